CREATE TABLE joint_cell (
  manifest_hash text NOT NULL REFERENCES collection,
  definition text NOT NULL,
  definition_version integer NOT NULL,
  measure text NOT NULL,
  cell integer NOT NULL
    CONSTRAINT joint_cell_index CHECK (cell >= 0),
  state text NOT NULL
    CONSTRAINT joint_cell_state
    CHECK (state IN ('value', 'interval', 'suppressed', 'not-applicable', 'not-reported')),
  lower bigint
    CONSTRAINT joint_cell_lower CHECK (lower >= 0),
  upper bigint,
  CONSTRAINT joint_cell_bounds CHECK (
    (state = 'value' AND lower IS NOT NULL AND upper = lower)
    OR (state = 'interval' AND lower IS NOT NULL AND upper > lower)
    OR (state NOT IN ('value', 'interval') AND lower IS NULL AND upper IS NULL)),
  PRIMARY KEY (manifest_hash, definition, definition_version, measure, cell)
);

COMMENT ON TABLE joint_cell IS 'The joint tables, computed once when a collection is closed. Immutable; written by COPY.';
COMMENT ON COLUMN joint_cell.manifest_hash IS 'The closed collection.';
COMMENT ON COLUMN joint_cell.definition IS 'The definition''s id.';
COMMENT ON COLUMN joint_cell.definition_version IS 'The definition''s version.';
COMMENT ON COLUMN joint_cell.measure IS 'The collected measure''s id.';
COMMENT ON COLUMN joint_cell.cell IS 'The cell''s place in the definition''s cell space.';
COMMENT ON COLUMN joint_cell.state IS 'A value, an interval of two bounds, or why there is none.';
COMMENT ON COLUMN joint_cell.lower IS 'The value, or the interval''s lower end, included.';
COMMENT ON COLUMN joint_cell.upper IS 'The value, or the interval''s upper end, included.';

CREATE TABLE joint_part (
  manifest_hash text NOT NULL REFERENCES collection,
  definition text NOT NULL,
  definition_version integer NOT NULL,
  agency text NOT NULL REFERENCES agency,
  submission text NOT NULL REFERENCES submission,
  PRIMARY KEY (manifest_hash, definition, definition_version, agency)
);

COMMENT ON TABLE joint_part IS 'Which deliveries a joint table is the sum of. Immutable. A participant without a row is missing in it.';
COMMENT ON COLUMN joint_part.manifest_hash IS 'The closed collection.';
COMMENT ON COLUMN joint_part.definition IS 'The definition''s id.';
COMMENT ON COLUMN joint_part.definition_version IS 'The definition''s version.';
COMMENT ON COLUMN joint_part.agency IS 'The agency that is in the sum.';
COMMENT ON COLUMN joint_part.submission IS 'Its delivery: to this version of the collection, or to an earlier one that still stands.';
