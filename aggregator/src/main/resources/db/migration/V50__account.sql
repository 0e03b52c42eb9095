-- Who may log in. Agencies' agents are not here: they sign their requests.
CREATE TABLE account (
  name text PRIMARY KEY
    CONSTRAINT account_name_form CHECK (name ~ '^[a-z][a-z0-9.@_-]{2,79}$'),
  role text NOT NULL
    CONSTRAINT account_role_known CHECK (role IN ('COORDINATOR', 'STEERING')),
  salt bytea NOT NULL
    CONSTRAINT account_salt_long_enough CHECK (length(salt) >= 16),
  iterations integer NOT NULL
    CONSTRAINT account_iterations_enough CHECK (iterations >= 210000),
  password_hash bytea NOT NULL
    CONSTRAINT account_password_hash_length CHECK (length(password_hash) = 64),
  created timestamptz NOT NULL
);

COMMENT ON TABLE account IS 'People who may log in to the page. Mutable: role, password. Immutable: name, created.';
COMMENT ON COLUMN account.name IS 'What the person types at login; lower case.';
COMMENT ON COLUMN account.role IS 'Decides what the person may see (access/WhoMay.java).';
COMMENT ON COLUMN account.salt IS 'Random, new with each password.';
COMMENT ON COLUMN account.iterations IS 'Of PBKDF2-HMAC-SHA512; kept beside the hash so that it can grow.';
COMMENT ON COLUMN account.password_hash IS 'PBKDF2-HMAC-SHA512 of the password; the password itself is stored nowhere.';
COMMENT ON COLUMN account.created IS 'When the account was made.';
