package se.samsyn.agent.protect;

import java.util.List;
import se.samsyn.comparison.CountedTable;

/**
 * What others have from this agency about some of the records of a new table.
 *
 * @param versions what was sent for the very definition and period of the new table
 * @param all all that hangs together with the new table by shared records, over any number of
 *     steps, {@code versions} included, in the order of sending; each once
 */
public record SentBefore(List<Earlier> versions, List<SentTable> all) {
  public static final SentBefore NOTHING = new SentBefore(List.of(), List.of());

  public SentBefore {
    versions = List.copyOf(versions);
    all = List.copyOf(all);
  }

  /** Whether any of it is another table than earlier versions of this one. */
  public boolean isOfOthersThan(CountedTable next) {
    return all.stream().anyMatch(sent -> !sent.counted().equals(next));
  }
}
