package se.samsyn.agent.tabulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.agent.source.ColumnValues;
import se.samsyn.agent.source.Days;
import se.samsyn.agent.source.RowCursor;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;

/** Which class of a dimension a row belongs to. */
abstract class Classifier {
  /** The row's value belongs to no class of the definition. */
  static final int NO_CLASS = -1;

  /** The row has no value. */
  static final int MISSING = -2;

  /** The row's class does not exist at this agency, its configuration says. */
  static final int NOT_COVERED = -3;

  /** The position of the row's class among the covered nodes, or one of the constants. */
  abstract int classOf(RowCursor row);

  /** All classes of the row; most rows have one. */
  int[] classesOf(RowCursor row) {
    return new int[] {classOf(row)};
  }

  /** Whether a row may have several classes. */
  boolean isSeveral() {
    return false;
  }

  /** The covered position of each leaf of the whole dimension. */
  private static Map<String, Integer> positions(Dimension whole, Dimension covered) {
    List<String> nodes = covered.nodes();
    Map<String, Integer> positions = new HashMap<>();
    for (Code leaf : whole.leaves()) {
      int at = nodes.indexOf(leaf.code());
      positions.put(leaf.code(), at < 0 ? NOT_COVERED : at);
    }
    return positions;
  }

  /** By the code in a column. */
  static Classifier byCode(Dimension whole, Dimension covered, ColumnValues column, int index) {
    Map<String, Integer> positions = positions(whole, covered);
    if (!column.spellings().isEmpty()) {
      return new SeveralCodes(positions, new CodesField(column), index);
    }
    int[] classes = new int[column.codes().size()];
    for (int i = 0; i < classes.length; i++) {
      Optional<String> code = column.codes().get(i);
      classes[i] = code.map(c -> positions.getOrDefault(c, NO_CLASS)).orElse(MISSING);
    }
    return new Classifier() {
      @Override
      int classOf(RowCursor row) {
        long value = row.value(index);
        if (value >= 0) {
          return classes[(int) value];
        }
        return value == ColumnValues.MISSING ? MISSING : NO_CLASS;
      }
    };
  }

  /** By the whole number in a column. */
  static Classifier byNumber(Dimension whole, Dimension covered, int index) {
    Bands bands = Bands.of(whole, positions(whole, covered));
    return new Classifier() {
      @Override
      int classOf(RowCursor row) {
        long value = row.value(index);
        return value >= 0 ? bands.classOf(value) : MISSING;
      }
    };
  }

  /**
   * By age in whole years.
   *
   * @param birth where birth_year is in the cursor
   * @param date where the record's date is, or -1 for age at {@code periodStart}
   */
  static Classifier byAge(
      Dimension whole,
      Dimension covered,
      int birth,
      boolean exactDays,
      int date,
      LocalDate periodStart) {
    Bands bands = Bands.of(whole, positions(whole, covered));
    return new Classifier() {
      @Override
      int classOf(RowCursor row) {
        long born = row.value(birth);
        if (born < 0) {
          return MISSING;
        }
        LocalDate day = date < 0 ? periodStart : Days.date(row.value(date));
        long age =
            exactDays ? ChronoUnit.YEARS.between(Days.date(born), day) : day.getYear() - born;
        return age >= 0 ? bands.classOf(age) : NO_CLASS;
      }
    };
  }

  /** The bands of a dimension, in order. */
  private record Bands(long[] from, long[] to, int[] classes) {
    static Bands of(Dimension whole, Map<String, Integer> positions) {
      List<Code> leaves = new ArrayList<>(whole.leaves());
      leaves.sort(
          (a, b) -> Long.compare(a.band().orElseThrow().from(), b.band().orElseThrow().from()));
      Bands bands =
          new Bands(new long[leaves.size()], new long[leaves.size()], new int[leaves.size()]);
      for (int i = 0; i < leaves.size(); i++) {
        Code.Band band = leaves.get(i).band().orElseThrow();
        bands.from[i] = band.from();
        bands.to[i] = band.to();
        bands.classes[i] = positions.get(leaves.get(i).code());
      }
      return bands;
    }

    int classOf(long value) {
      for (int i = 0; i < from.length; i++) {
        if (value >= from[i] && value <= to[i]) {
          return classes[i];
        }
      }
      return NO_CLASS;
    }
  }

  /** By several codes in a field. */
  private static final class SeveralCodes extends Classifier {
    private final Map<String, Integer> positions;
    private final CodesField field;
    private final int index;

    SeveralCodes(Map<String, Integer> positions, CodesField field, int index) {
      this.positions = positions;
      this.field = field;
      this.index = index;
    }

    @Override
    int classOf(RowCursor row) {
      int[] classes = classesOf(row);
      return classes[0];
    }

    @Override
    int[] classesOf(RowCursor row) {
      List<String> codes = field.codes(row.text(index)).orElse(List.of());
      int[] known =
          codes.stream()
              .mapToInt(c -> positions.getOrDefault(c, NO_CLASS))
              .filter(p -> p != NO_CLASS)
              .toArray();
      if (known.length > 0) {
        return known;
      }
      return new int[] {codes.isEmpty() ? MISSING : NO_CLASS};
    }

    @Override
    boolean isSeveral() {
      return true;
    }
  }
}
