-- Sealed collections: the relay's messages, which are ciphertexts and signed words, and how each attempt stands.
CREATE TABLE sealed_role_key (
  agency text NOT NULL REFERENCES agency,
  key text NOT NULL
    CONSTRAINT sealed_role_key_length CHECK (length(key) = 44),
  signature text NOT NULL
    CONSTRAINT sealed_role_key_signature_length CHECK (length(signature) = 88),
  offered timestamptz NOT NULL,
  replaced timestamptz,
  manifest_hash text REFERENCES collection,
  PRIMARY KEY (agency, key),
  CONSTRAINT sealed_role_key_replaced_or_used CHECK (replaced IS NULL OR manifest_hash IS NULL)
);

CREATE UNIQUE INDEX sealed_role_key_one_offer ON sealed_role_key (agency)
  WHERE replaced IS NULL AND manifest_hash IS NULL;

COMMENT ON TABLE sealed_role_key IS 'Public keys that agencies have offered for a role in one attempt each. None is ever removed, so that none comes twice.';
COMMENT ON COLUMN sealed_role_key.agency IS 'Who offers it.';
COMMENT ON COLUMN sealed_role_key.key IS 'The public key, in Base64.';
COMMENT ON COLUMN sealed_role_key.signature IS 'The agency''s own signature over its id and the key, in Base64.';
COMMENT ON COLUMN sealed_role_key.offered IS 'When it was offered.';
COMMENT ON COLUMN sealed_role_key.replaced IS 'When a newer offer took its place before any manifest had used it.';
COMMENT ON COLUMN sealed_role_key.manifest_hash IS 'The manifest that has used it. Empty in the row that the agency offers now.';

CREATE TABLE sealed_attempt (
  manifest_hash text PRIMARY KEY REFERENCES collection,
  state text NOT NULL
    CONSTRAINT sealed_attempt_state CHECK (state IN ('running', 'opened', 'ended', 'void')),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  reason text
    CONSTRAINT sealed_attempt_reason_length CHECK (length(reason) <= 200),
  CONSTRAINT sealed_attempt_reason_of_an_end CHECK ((reason IS NOT NULL) = (state IN ('ended', 'void')))
);

COMMENT ON TABLE sealed_attempt IS 'How each attempt of a sealed collection stands; an attempt is a version of the collection. It changes once.';
COMMENT ON COLUMN sealed_attempt.manifest_hash IS 'The attempt''s signed manifest.';
COMMENT ON COLUMN sealed_attempt.state IS 'running; opened: the totals are in the joint table; ended: nothing was opened; void: what was to be opened cannot be true.';
COMMENT ON COLUMN sealed_attempt.at IS 'Since when.';
COMMENT ON COLUMN sealed_attempt.actor IS 'Who made it so: an account, the command line, or the agency whose message did.';
COMMENT ON COLUMN sealed_attempt.reason IS 'Why it ended, in words: the role''s own, or a word of the code. Never a number of a table.';

CREATE TABLE sealed_message (
  manifest_hash text NOT NULL REFERENCES sealed_attempt,
  step text NOT NULL
    CONSTRAINT sealed_message_step_form CHECK (step ~ '^[a-z]+$'),
  sender text NOT NULL,
  recipient text NOT NULL,
  number integer NOT NULL
    CONSTRAINT sealed_message_number CHECK (number >= 0),
  sha256 text NOT NULL
    CONSTRAINT sealed_message_hash_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  body bytea NOT NULL,
  received timestamptz NOT NULL,
  PRIMARY KEY (manifest_hash, step, sender, recipient, number)
);

-- Ciphertext cannot be compressed.
ALTER TABLE sealed_message ALTER COLUMN body SET STORAGE EXTERNAL;

COMMENT ON TABLE sealed_message IS 'Messages between the agencies of an attempt, which the aggregator cannot read. Deleted when the attempt is over, but for the words that nothing was opened.';
COMMENT ON COLUMN sealed_message.manifest_hash IS 'The attempt.';
COMMENT ON COLUMN sealed_message.step IS 'The step of the protocol (SealedStep).';
COMMENT ON COLUMN sealed_message.sender IS 'The agency that put it here.';
COMMENT ON COLUMN sealed_message.recipient IS 'The agency that may read it; _roles for every role, _aggregator for nobody but the program.';
COMMENT ON COLUMN sealed_message.number IS 'Of the chunk, bundle or level.';
COMMENT ON COLUMN sealed_message.sha256 IS 'SHA-256 of the body, which the sender has signed in its request.';
COMMENT ON COLUMN sealed_message.body IS 'The message, to the byte.';
COMMENT ON COLUMN sealed_message.received IS 'When it was stored.';

CREATE TABLE sealed_contributor (
  manifest_hash text NOT NULL REFERENCES sealed_attempt,
  agency text NOT NULL REFERENCES agency,
  contribution text NOT NULL
    CONSTRAINT sealed_contributor_hash_form CHECK (contribution ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (manifest_hash, agency)
);

COMMENT ON TABLE sealed_contributor IS 'Whose parts the opened totals of a sealed collection are the sum of. Immutable.';
COMMENT ON COLUMN sealed_contributor.manifest_hash IS 'The attempt that was opened.';
COMMENT ON COLUMN sealed_contributor.agency IS 'An agency whose part is in the totals.';
COMMENT ON COLUMN sealed_contributor.contribution IS 'SHA-256 of its signed contribution, as the roles A and B have signed it.';

CREATE FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'running' OR NEW.state = 'running' OR NEW.manifest_hash <> OLD.manifest_hash THEN
    RAISE EXCEPTION 'an attempt ends once';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION refuse_second_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.replaced IS NOT NULL OR OLD.manifest_hash IS NOT NULL OR NEW.agency <> OLD.agency
     OR NEW.key <> OLD.key OR NEW.signature <> OLD.signature OR NEW.offered <> OLD.offered THEN
    RAISE EXCEPTION 'an offered key is replaced or used, once';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER sealed_attempt_ends_once BEFORE UPDATE ON sealed_attempt
  FOR EACH ROW EXECUTE FUNCTION refuse_second_end();
CREATE TRIGGER sealed_attempt_kept BEFORE DELETE ON sealed_attempt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_role_key_used_once BEFORE UPDATE ON sealed_role_key
  FOR EACH ROW EXECUTE FUNCTION refuse_second_use();
CREATE TRIGGER sealed_role_key_kept BEFORE DELETE ON sealed_role_key
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_message_unchanged BEFORE UPDATE ON sealed_message
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_contributor_immutable BEFORE UPDATE OR DELETE ON sealed_contributor
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_attempt_not_emptied BEFORE TRUNCATE ON sealed_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_role_key_not_emptied BEFORE TRUNCATE ON sealed_role_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_contributor_not_emptied BEFORE TRUNCATE ON sealed_contributor
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE release ADD COLUMN sealed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN release.sealed IS 'Whether the figures were opened by a sealed collection, whose own protocol tells which groups are safe; nothing was attacked then.';
