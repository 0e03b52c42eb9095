-- Tables that were handed out apart from the page: to a researcher, or as an official document. Whoever has one can
-- put it beside the releases, so releases are checked against them.
CREATE TABLE extract (
  number bigint PRIMARY KEY,
  manifest_hash text NOT NULL REFERENCES collection,
  definition_payload bytea NOT NULL,
  recipient text NOT NULL
    CONSTRAINT extract_recipient_length CHECK (length(recipient) BETWEEN 1 AND 200),
  at timestamptz NOT NULL,
  actor text NOT NULL
);

COMMENT ON TABLE extract IS 'A table that was handed out. Immutable.';
COMMENT ON COLUMN extract.number IS 'Counts them, from 1.';
COMMENT ON COLUMN extract.manifest_hash IS 'The closed version of the collection whose deliveries it was made of.';
COMMENT ON COLUMN extract.definition_payload IS 'The definition of this table, canonical JSON: often another grouping than the collection''s own.';
COMMENT ON COLUMN extract.recipient IS 'Who asked: an organisation or a case number, never a person who is in the figures.';
COMMENT ON COLUMN extract.at IS 'When it was handed out.';
COMMENT ON COLUMN extract.actor IS 'The account that decided, or the command line.';

CREATE TABLE extract_cell (
  extract bigint NOT NULL REFERENCES extract,
  measure text NOT NULL,
  cell integer NOT NULL
    CONSTRAINT extract_cell_index CHECK (cell >= 0),
  state text NOT NULL
    CONSTRAINT extract_cell_state CHECK (state IN ('value', 'interval', 'suppressed', 'not-applicable', 'not-reported')),
  lower bigint
    CONSTRAINT extract_cell_lower CHECK (lower >= 0),
  upper bigint,
  CONSTRAINT extract_cell_bounds CHECK (
    (state = 'value' AND lower IS NOT NULL AND upper = lower)
    OR (state = 'interval' AND lower IS NOT NULL AND upper > lower)
    OR (state NOT IN ('value', 'interval') AND lower IS NULL AND upper IS NULL)),
  PRIMARY KEY (extract, measure, cell)
);

COMMENT ON TABLE extract_cell IS 'The joint figures of an extract, as they were handed out. Immutable.';
COMMENT ON COLUMN extract_cell.extract IS 'The extract.';
COMMENT ON COLUMN extract_cell.measure IS 'The collected measure''s id.';
COMMENT ON COLUMN extract_cell.cell IS 'The cell''s place in the cell space of the extract''s definition.';
COMMENT ON COLUMN extract_cell.state IS 'A value, an interval of two bounds, or why there is none.';
COMMENT ON COLUMN extract_cell.lower IS 'The value, or the interval''s lower end, included.';
COMMENT ON COLUMN extract_cell.upper IS 'The value, or the interval''s upper end, included.';

CREATE TRIGGER extract_immutable BEFORE UPDATE OR DELETE ON extract
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extract_cell_immutable BEFORE UPDATE OR DELETE ON extract_cell
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extract_not_emptied BEFORE TRUNCATE ON extract
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER extract_cell_not_emptied BEFORE TRUNCATE ON extract_cell
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
