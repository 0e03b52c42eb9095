-- The ledger of releases: what readers were shown, when, and what was checked before. Nothing in it is ever changed.
CREATE TABLE release (
  collection text NOT NULL
    CONSTRAINT release_collection_form CHECK (collection ~ '^[a-z][a-z0-9-]{2,39}$'),
  version integer NOT NULL
    CONSTRAINT release_version_positive CHECK (version >= 1),
  manifest_hash text NOT NULL REFERENCES collection,
  against text[] NOT NULL,
  figures integer NOT NULL
    CONSTRAINT release_figures_not_negative CHECK (figures >= 0),
  groups integer NOT NULL
    CONSTRAINT release_groups_not_negative CHECK (groups >= 0),
  attacked integer NOT NULL
    CONSTRAINT release_attacked_among_groups CHECK (attacked BETWEEN 0 AND groups),
  minimum_frequency integer NOT NULL
    CONSTRAINT release_minimum_frequency_floor CHECK (minimum_frequency >= 3),
  remedy text
    CONSTRAINT release_remedy_known CHECK (remedy IN ('hide-cells', 'coarsen', 'pool-periods', 'withhold')),
  PRIMARY KEY (collection, version)
);

COMMENT ON TABLE release IS 'One version of the figures that readers see of a collection, with the report of its check. Immutable.';
COMMENT ON COLUMN release.collection IS 'The collection''s id.';
COMMENT ON COLUMN release.version IS 'Starts at 1; one more for each correction. Not the collection''s own version: a withdrawn release can be made anew.';
COMMENT ON COLUMN release.manifest_hash IS 'The closed version of the collection whose joint tables it shows.';
COMMENT ON COLUMN release.against IS 'The earlier releases and extracts about some of the same records that it was checked against, by name.';
COMMENT ON COLUMN release.figures IS 'How many figures it has.';
COMMENT ON COLUMN release.groups IS 'How many groups it and the earlier ones tell apart together.';
COMMENT ON COLUMN release.attacked IS 'How many of those needed a linear or integer program.';
COMMENT ON COLUMN release.minimum_frequency IS 'The threshold that was checked for: the largest of its definitions''.';
COMMENT ON COLUMN release.remedy IS 'The change that the coordinator picked because the check found something; empty where it found nothing.';

CREATE TABLE release_hidden (
  collection text NOT NULL,
  version integer NOT NULL,
  definition text NOT NULL,
  agency text NOT NULL,
  measure text NOT NULL,
  cell integer NOT NULL
    CONSTRAINT release_hidden_index CHECK (cell >= 0),
  PRIMARY KEY (collection, version, definition, agency, measure, cell),
  FOREIGN KEY (collection, version) REFERENCES release
);

COMMENT ON TABLE release_hidden IS 'Cells that the chosen remedy hides beyond those that agencies hid. Immutable.';
COMMENT ON COLUMN release_hidden.collection IS 'The release''s collection.';
COMMENT ON COLUMN release_hidden.version IS 'The release''s version.';
COMMENT ON COLUMN release_hidden.definition IS 'The definition''s id; a collection has it in one version.';
COMMENT ON COLUMN release_hidden.agency IS 'Whose own figure; empty for the joint figure.';
COMMENT ON COLUMN release_hidden.measure IS 'The collected measure''s id.';
COMMENT ON COLUMN release_hidden.cell IS 'The cell''s place in the definition''s cell space.';

CREATE TABLE release_status (
  number bigint PRIMARY KEY,
  collection text NOT NULL,
  version integer NOT NULL,
  status text NOT NULL
    CONSTRAINT release_status_known CHECK (status IN ('provisional', 'final', 'withdrawn')),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  note text NOT NULL
    CONSTRAINT release_status_note_length CHECK (length(note) <= 500),
  CONSTRAINT release_status_once UNIQUE (collection, version, status),
  CONSTRAINT release_status_withdrawn_for_a_reason CHECK (status <> 'withdrawn' OR length(note) > 0),
  FOREIGN KEY (collection, version) REFERENCES release
);

COMMENT ON TABLE release_status IS 'The lines of the ledger: a release is made, becomes final, is withdrawn. Immutable; a new status is a new line.';
COMMENT ON COLUMN release_status.number IS 'Counts all lines, from 1 and without gaps.';
COMMENT ON COLUMN release_status.collection IS 'The release''s collection.';
COMMENT ON COLUMN release_status.version IS 'The release''s version.';
COMMENT ON COLUMN release_status.status IS 'What it is from now on. The latest line of a collection decides what readers see of it.';
COMMENT ON COLUMN release_status.at IS 'Since when.';
COMMENT ON COLUMN release_status.actor IS 'The account that decided, or the command line.';
COMMENT ON COLUMN release_status.note IS 'What readers are told: what a correction corrects, or why it was withdrawn.';

CREATE TRIGGER release_immutable BEFORE UPDATE OR DELETE ON release
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_hidden_immutable BEFORE UPDATE OR DELETE ON release_hidden
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_status_immutable BEFORE UPDATE OR DELETE ON release_status
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_not_emptied BEFORE TRUNCATE ON release
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_hidden_not_emptied BEFORE TRUNCATE ON release_hidden
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_status_not_emptied BEFORE TRUNCATE ON release_status
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A ledger that skips or repeats a line, or goes on after a withdrawal, is refused whoever writes it.
CREATE FUNCTION refuse_out_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM release_status) THEN
    RAISE EXCEPTION 'the next line of the ledger has another number';
  END IF;
  IF EXISTS (SELECT 1 FROM release_status s WHERE s.collection = NEW.collection
             AND (s.version > NEW.version OR (s.version = NEW.version AND s.status = 'withdrawn')
                  OR (s.version = NEW.version AND s.status = 'final' AND NEW.status = 'provisional'))) THEN
    RAISE EXCEPTION 'a release goes from provisional to final to withdrawn, and not back';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER release_status_in_order BEFORE INSERT ON release_status
  FOR EACH ROW EXECUTE FUNCTION refuse_out_of_order();

ALTER TABLE audit_event DROP CONSTRAINT audit_event_action_known;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_action_known
  CHECK (action IN ('invite', 'enrol', 'create-collection', 'submit', 'close-collection',
                    'make-release', 'finish-release', 'withdraw-release', 'hand-out-extract', 'make-account'));
COMMENT ON COLUMN collection.closed IS 'When the coordinator closed it; its joint tables can be released from then on. Empty while it is open.';
