package se.samsyn.disclosure.release;

/**
 * A table and the release that it is in.
 *
 * @param isNew whether that is the release to be checked
 */
record Source(String release, PublishedTable table, boolean isNew) {
  boolean isAnsweredFor() {
    return table.assurance() == PublishedTable.Assurance.PROTECTED;
  }
}
