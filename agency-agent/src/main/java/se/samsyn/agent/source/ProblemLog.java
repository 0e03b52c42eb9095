package se.samsyn.agent.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.agent.mapping.ProblemKind;

/**
 * Counts what is wrong with rows, by kind and column, with the numbers of the first few rows. It is
 * never given a value.
 */
public final class ProblemLog {
  private static final int SAMPLE = 10;

  /** One kind of problem in one column. */
  public record Where(ProblemKind kind, String column) {}

  /**
   * @param rows how many rows
   * @param sample the first of their numbers, as a spreadsheet numbers rows (the header is row 1)
   */
  public record Problem(ProblemKind kind, String column, long rows, List<Long> sample) {}

  private static final class Count {
    private long rows;
    private final long[] first = new long[SAMPLE];
    private int kept;

    void add(long row) {
      rows++;
      int at = kept;
      if (kept == SAMPLE) {
        if (row >= first[SAMPLE - 1]) {
          return;
        }
        at = SAMPLE - 1;
      } else {
        kept++;
      }
      while (at > 0 && first[at - 1] > row) {
        first[at] = first[at - 1];
        at--;
      }
      first[at] = row;
    }
  }

  private final Map<Where, Count> counts =
      new TreeMap<>(Comparator.comparing(Where::kind).thenComparing(Where::column));

  /** Row {@code row} has this problem. */
  public void add(ProblemKind kind, String column, long row) {
    counts.computeIfAbsent(new Where(kind, column), k -> new Count()).add(row);
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    counts.forEach(
        (where, count) -> {
          List<Long> sample = new ArrayList<>();
          for (int i = 0; i < count.kept; i++) {
            sample.add(count.first[i]);
          }
          problems.add(new Problem(where.kind(), where.column(), count.rows, sample));
        });
    return problems;
  }
}
