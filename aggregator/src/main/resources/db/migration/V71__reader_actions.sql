-- The closed list of actions is the code's (AuditAction): a list here would have to be written anew with each of them.
ALTER TABLE audit_event DROP CONSTRAINT audit_event_action_known;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_action_form CHECK (action ~ '^[a-z]+(-[a-z]+)*$');

COMMENT ON COLUMN note.about IS 'The section of the page, or a figure of it.';

-- The address of a person's feed. A feed reader cannot log in, so the address itself is the secret.
CREATE TABLE feed_address (
  account text PRIMARY KEY REFERENCES account,
  secret_hash text NOT NULL UNIQUE
    CONSTRAINT feed_address_hash_form CHECK (secret_hash ~ '^[0-9a-f]{64}$'),
  created timestamptz NOT NULL
);

COMMENT ON TABLE feed_address IS 'One per account at most; a new one ends the one before.';
COMMENT ON COLUMN feed_address.account IS 'Whose it is.';
COMMENT ON COLUMN feed_address.secret_hash IS 'SHA-256 of the secret part of the address (256 random bits); the secret is stored nowhere.';
COMMENT ON COLUMN feed_address.created IS 'When it was made.';
