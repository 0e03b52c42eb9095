CREATE TABLE collection (
  manifest_hash text PRIMARY KEY
    CONSTRAINT collection_hash_form CHECK (manifest_hash ~ '^[0-9a-f]{64}$'),
  id text NOT NULL
    CONSTRAINT collection_id_form CHECK (id ~ '^[a-z][a-z0-9-]{2,39}$'),
  version integer NOT NULL
    CONSTRAINT collection_version_positive CHECK (version >= 1),
  period text NOT NULL
    CONSTRAINT collection_period_length CHECK (length(period) BETWEEN 4 AND 8),
  manifest_payload bytea NOT NULL,
  manifest_signature bytea NOT NULL,
  created timestamptz NOT NULL,
  closed timestamptz,
  CONSTRAINT collection_version_once UNIQUE (id, version)
);

COMMENT ON TABLE collection IS 'One round of gathering, one row per version. Immutable but for closed, which is set once.';
COMMENT ON COLUMN collection.manifest_hash IS 'SHA-256 of the manifest''s payload: its name in every submission.';
COMMENT ON COLUMN collection.id IS 'The collection''s name, the same in all its versions.';
COMMENT ON COLUMN collection.version IS 'Starts at 1; one more for each correction.';
COMMENT ON COLUMN collection.period IS 'The period it gathers, as the manifest says.';
COMMENT ON COLUMN collection.manifest_payload IS 'The manifest''s canonical JSON, exactly as signed.';
COMMENT ON COLUMN collection.manifest_signature IS 'The coordinator''s signature.';
COMMENT ON COLUMN collection.created IS 'When it was opened.';
COMMENT ON COLUMN collection.closed IS 'When the coordinator closed it; readers see it from then on. Empty while it is open.';

CREATE TABLE submission (
  id text PRIMARY KEY
    CONSTRAINT submission_id_form CHECK (id ~ '^[0-9a-f]{32}$'),
  manifest_hash text NOT NULL REFERENCES collection,
  agency text NOT NULL REFERENCES agency,
  definition text NOT NULL,
  definition_version integer NOT NULL
    CONSTRAINT submission_definition_version_positive CHECK (definition_version >= 1),
  minimum_frequency integer NOT NULL
    CONSTRAINT submission_minimum_frequency_floor CHECK (minimum_frequency >= 3),
  envelope_hash text NOT NULL
    CONSTRAINT submission_envelope_hash_form CHECK (envelope_hash ~ '^[0-9a-f]{64}$'),
  received timestamptz NOT NULL,
  receipt_payload bytea NOT NULL,
  receipt_signature bytea NOT NULL,
  CONSTRAINT submission_once UNIQUE (manifest_hash, agency, definition, definition_version)
);

COMMENT ON TABLE submission IS 'A table that an agency delivered. Immutable.';
COMMENT ON COLUMN submission.id IS 'Drawn by the agent before its first try; every retry repeats it.';
COMMENT ON COLUMN submission.manifest_hash IS 'The manifest it was made for.';
COMMENT ON COLUMN submission.agency IS 'Who signed it.';
COMMENT ON COLUMN submission.definition IS 'The definition''s id.';
COMMENT ON COLUMN submission.definition_version IS 'The definition''s version.';
COMMENT ON COLUMN submission.minimum_frequency IS 'The threshold the agency applied; 3 is the floor of the code itself.';
COMMENT ON COLUMN submission.envelope_hash IS 'SHA-256 of the envelope as received: the same again gets the same receipt.';
COMMENT ON COLUMN submission.received IS 'When it was stored.';
COMMENT ON COLUMN submission.receipt_payload IS 'The receipt''s canonical JSON, exactly as signed.';
COMMENT ON COLUMN submission.receipt_signature IS 'The coordinator''s signature over the receipt.';

CREATE TABLE submission_cell (
  submission text NOT NULL REFERENCES submission,
  measure text NOT NULL,
  cell integer NOT NULL
    CONSTRAINT submission_cell_index CHECK (cell >= 0),
  state text NOT NULL
    CONSTRAINT submission_cell_state CHECK (state IN ('value', 'suppressed', 'not-applicable')),
  lower bigint
    CONSTRAINT submission_cell_lower CHECK (lower >= 0),
  upper bigint,
  CONSTRAINT submission_cell_bounds CHECK (
    (state = 'value' AND lower IS NOT NULL AND upper = lower)
    OR (state = 'suppressed' AND lower IS NOT NULL AND (upper IS NULL OR upper > lower))
    OR (state = 'not-applicable' AND lower IS NULL AND upper IS NULL)),
  PRIMARY KEY (submission, measure, cell)
);

COMMENT ON TABLE submission_cell IS 'The cells of a delivered table, after the agency''s protection. Immutable; written by COPY.';
COMMENT ON COLUMN submission_cell.submission IS 'The delivery.';
COMMENT ON COLUMN submission_cell.measure IS 'The collected measure''s id.';
COMMENT ON COLUMN submission_cell.cell IS 'The cell''s place in the definition''s cell space.';
COMMENT ON COLUMN submission_cell.state IS 'What is known of the cell; why it is suppressed never leaves the agency.';
COMMENT ON COLUMN submission_cell.lower IS 'The number; of a suppressed cell the least that this table''s published cells leave possible.';
COMMENT ON COLUMN submission_cell.upper IS 'The number; of a suppressed cell the greatest that they leave possible, empty where they set no limit.';
