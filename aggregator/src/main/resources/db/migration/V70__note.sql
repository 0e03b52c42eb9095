CREATE TABLE note (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection text NOT NULL,
  release text NOT NULL,
  about text NOT NULL CHECK (length(about) BETWEEN 1 AND 80),
  step text NOT NULL CHECK (step IN ('plan', 'do', 'study', 'act')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  author text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX note_of_collection ON note (collection);
CREATE TRIGGER note_immutable BEFORE UPDATE OR DELETE ON note
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER note_not_emptied BEFORE TRUNCATE ON note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

COMMENT ON TABLE note IS 'What a steering group decided about a figure. Rows are added and never changed.';
COMMENT ON COLUMN note.release IS 'The figures that the group looked at: collection/version.';
COMMENT ON COLUMN note.about IS 'The section of the page.';
