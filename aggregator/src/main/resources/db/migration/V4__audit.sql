CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL
    CONSTRAINT audit_event_action_known
    CHECK (action IN ('invite', 'enrol', 'create-collection', 'submit', 'close-collection')),
  subject text NOT NULL,
  outcome text NOT NULL
);

COMMENT ON TABLE audit_event IS 'Who did what, when. Immutable. No cell value, and nothing of a record.';
COMMENT ON COLUMN audit_event.id IS 'In order of storing.';
COMMENT ON COLUMN audit_event.at IS 'When it happened.';
COMMENT ON COLUMN audit_event.actor IS 'An account, an agency, or the command line.';
COMMENT ON COLUMN audit_event.action IS 'A word of the closed list in the code (AuditAction).';
COMMENT ON COLUMN audit_event.subject IS 'What it was done to: an agency, a collection, a definition.';
COMMENT ON COLUMN audit_event.outcome IS 'done, or the reason of a refusal.';

-- What is immutable is so for the program too: a mistake in the code cannot rewrite it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are immutable', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER submission_immutable BEFORE UPDATE OR DELETE ON submission
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_cell_immutable BEFORE UPDATE OR DELETE ON submission_cell
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER joint_cell_immutable BEFORE UPDATE OR DELETE ON joint_cell
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER joint_part_immutable BEFORE UPDATE OR DELETE ON joint_part
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_immutable BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed IS NOT NULL
     OR NEW.manifest_payload IS DISTINCT FROM OLD.manifest_payload
     OR NEW.manifest_signature IS DISTINCT FROM OLD.manifest_signature
     OR NEW.id IS DISTINCT FROM OLD.id
     OR NEW.version IS DISTINCT FROM OLD.version
     OR NEW.period IS DISTINCT FROM OLD.period
     OR NEW.created IS DISTINCT FROM OLD.created
     OR NEW.manifest_hash IS DISTINCT FROM OLD.manifest_hash THEN
    RAISE EXCEPTION 'a collection changes once, when it is closed';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER collection_closed_once BEFORE UPDATE ON collection
  FOR EACH ROW EXECUTE FUNCTION refuse_reopening();
CREATE TRIGGER collection_kept BEFORE DELETE ON collection
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_not_emptied BEFORE TRUNCATE ON submission
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_cell_not_emptied BEFORE TRUNCATE ON submission_cell
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER joint_cell_not_emptied BEFORE TRUNCATE ON joint_cell
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER joint_part_not_emptied BEFORE TRUNCATE ON joint_part
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_not_emptied BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER collection_not_emptied BEFORE TRUNCATE ON collection
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
