CREATE TABLE agency (
  id text PRIMARY KEY
    CONSTRAINT agency_id_form CHECK (id ~ '^[a-z][a-z0-9-]{2,39}$'),
  name text NOT NULL,
  authority text NOT NULL
    CONSTRAINT agency_authority_form CHECK (authority ~ '^[a-z][a-z0-9-]{2,39}$'),
  token_hash bytea NOT NULL
    CONSTRAINT agency_token_hash_length CHECK (length(token_hash) = 32),
  invited timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  signing_key text,
  enrolled timestamptz,
  enrolment_payload bytea,
  enrolment_signature bytea,
  CONSTRAINT agency_enrolled_whole CHECK (
    (signing_key IS NULL) = (enrolled IS NULL)
    AND (enrolled IS NULL) = (enrolment_payload IS NULL)
    AND (enrolled IS NULL) = (enrolment_signature IS NULL))
);

COMMENT ON TABLE agency IS 'One installed agent. Immutable: id. Mutable: the rest, by a new invitation.';
COMMENT ON COLUMN agency.id IS 'The name that the agent signs with.';
COMMENT ON COLUMN agency.name IS 'What readers see.';
COMMENT ON COLUMN agency.authority IS 'The data controller; one authority may run several agencies.';
COMMENT ON COLUMN agency.token_hash IS 'SHA-256 of the latest invitation''s token; the token itself is stored nowhere.';
COMMENT ON COLUMN agency.invited IS 'When the latest invitation was made.';
COMMENT ON COLUMN agency.expires IS 'After this the invitation is worthless.';
COMMENT ON COLUMN agency.signing_key IS 'The public key that the agency enrolled with, in Base64; empty until then.';
COMMENT ON COLUMN agency.enrolled IS 'When it enrolled.';
COMMENT ON COLUMN agency.enrolment_payload IS 'The signed answer, kept so that the same request again gets the same bytes.';
COMMENT ON COLUMN agency.enrolment_signature IS 'The coordinator''s signature over that answer.';
