-- Versions of definitions that the coordinator made. The standard catalogue is part of the program and not here.
CREATE TABLE definition (
  id text NOT NULL
    CONSTRAINT definition_id_form CHECK (id ~ '^[a-z][a-z0-9-]{2,39}$'),
  version integer NOT NULL
    CONSTRAINT definition_version_positive CHECK (version >= 1),
  payload bytea NOT NULL,
  created timestamptz NOT NULL,
  actor text NOT NULL,
  PRIMARY KEY (id, version)
);

COMMENT ON TABLE definition IS 'What is counted, in one version. Immutable: figures that were made by it keep their meaning.';
COMMENT ON COLUMN definition.id IS 'Names the definition in all its versions.';
COMMENT ON COLUMN definition.version IS 'One more than the version before it, which may be one of the standard catalogue.';
COMMENT ON COLUMN definition.payload IS 'The definition, canonical JSON.';
COMMENT ON COLUMN definition.created IS 'When it was made.';
COMMENT ON COLUMN definition.actor IS 'The account that made it.';

CREATE TRIGGER definition_immutable BEFORE UPDATE OR DELETE ON definition
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER definition_not_emptied BEFORE TRUNCATE ON definition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
