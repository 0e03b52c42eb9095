-- Which records each release and extract is about, so that a check reads what overlaps and not the whole ledger.
CREATE TABLE published_record_set (
  collection text,
  version integer,
  extract bigint REFERENCES extract,
  agency text NOT NULL,
  input_table text NOT NULL,
  starts date NOT NULL,
  ends date NOT NULL
    CONSTRAINT published_record_set_window CHECK (ends > starts),
  CONSTRAINT published_record_set_of_one CHECK (
    (collection IS NULL) = (version IS NULL) AND (collection IS NULL) <> (extract IS NULL)),
  FOREIGN KEY (collection, version) REFERENCES release
);

-- Of what was published before this table was there it is not known: it may be about anything.
INSERT INTO published_record_set
  SELECT collection, version, NULL, '*', '*', date '-infinity', date 'infinity' FROM release;
INSERT INTO published_record_set
  SELECT NULL, NULL, number, '*', '*', date '-infinity', date 'infinity' FROM extract;

CREATE INDEX published_record_set_near ON published_record_set (agency, input_table, ends);

COMMENT ON TABLE published_record_set IS 'Which records a release or an extract is about, roughly: what has none in common here has none. Immutable.';
COMMENT ON COLUMN published_record_set.collection IS 'The release''s collection; empty for an extract.';
COMMENT ON COLUMN published_record_set.version IS 'The release''s version; empty for an extract.';
COMMENT ON COLUMN published_record_set.extract IS 'The extract''s number; empty for a release.';
COMMENT ON COLUMN published_record_set.agency IS 'A participant of the collection; * for any.';
COMMENT ON COLUMN published_record_set.input_table IS 'The input table of one of its definitions; * for any.';
COMMENT ON COLUMN published_record_set.starts IS 'The first day of the window.';
COMMENT ON COLUMN published_record_set.ends IS 'The day after the last one of the window.';

CREATE TRIGGER published_record_set_immutable BEFORE UPDATE OR DELETE ON published_record_set
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER published_record_set_not_emptied BEFORE TRUNCATE ON published_record_set
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
