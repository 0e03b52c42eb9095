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
