package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Some cells of a table that may change, where those that can only change together are one strand:
 * where just two cells of a relation may change, what one gains the other loses. Exact, and it
 * makes a program about half as large. (Aggregation of doubleton equations: Andersen and Andersen
 * 1995, Presolving in linear programming, Math. Programming 71.)
 */
final class Strands {
  /** Along a strand that cannot move. */
  private static final int STILL = -1;

  /** What ties strands: sum(coefficient x change) = 0. The first coefficient is positive. */
  @SuppressWarnings("ArrayRecordComponent")
  record Tie(int[] strands, long[] coefficients) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Tie tie
          && Arrays.equals(strands, tie.strands)
          && Arrays.equals(coefficients, tie.coefficients);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(strands) + Arrays.hashCode(coefficients);
    }
  }

  /** A cell, by its place among the cells, and whether it goes against its strand. */
  record Member(int place, boolean opposite) {}

  /** What a relation says of the cells, by place. */
  private record Line(int[] places, long[] coefficients) {}

  private final List<Line> lines = new ArrayList<>();
  private final int[] strand;
  private final boolean[] opposite;
  private final List<List<Member>> members = new ArrayList<>();

  /** The sum of coefficients by strand while a line is read, and 0 between. */
  private final long[] sums;

  /**
   * @param cells what may change, ascending
   */
  Strands(TableSpace space, int[] cells) {
    strand = IntStream.range(0, cells.length).toArray();
    opposite = new boolean[cells.length];
    sums = new long[cells.length];
    BitSet touched = new BitSet();
    for (int cell : cells) {
      for (int i = 0; i < space.degree(cell); i++) {
        touched.set(space.relationOf(cell, i));
      }
    }
    touched.stream().forEach(r -> lines.add(line(space.relations().get(r), cells)));
    join();
    number();
  }

  private static Line line(Relation relation, int[] cells) {
    int[] places = new int[relation.cells().length];
    long[] coefficients = new long[places.length];
    int size = 0;
    for (int i = 0; i < places.length; i++) {
      int place = Arrays.binarySearch(cells, relation.cells()[i]);
      if (place >= 0) {
        places[size] = place;
        coefficients[size++] = relation.coefficients()[i];
      }
    }
    return new Line(Arrays.copyOf(places, size), Arrays.copyOf(coefficients, size));
  }

  int count() {
    return members.size();
  }

  List<Member> members(int at) {
    return members.get(at);
  }

  /** The change of each cell, given that of each strand. */
  double[] ofCells(double[] ofStrands) {
    double[] changes = new double[strand.length];
    for (int at = 0; at < ofStrands.length; at++) {
      for (Member member : members.get(at)) {
        changes[member.place] = member.opposite ? -ofStrands[at] : ofStrands[at];
      }
    }
    return changes;
  }

  /** All ties, each once. */
  Set<Tie> ties() {
    Set<Tie> ties = new LinkedHashSet<>();
    for (Line line : lines) {
      Tie tie = tie(line);
      if (tie.strands.length > 0) {
        ties.add(tie);
      }
    }
    return ties;
  }

  private void join() {
    List<Line> open = new ArrayList<>(lines);
    boolean changed = true;
    while (changed) {
      changed = open.removeIf(line -> isShort(line) && join(tie(line)));
    }
  }

  /** Whether at most two strands run through the line. */
  private boolean isShort(Line line) {
    int first = STILL;
    int second = STILL;
    for (int place : line.places) {
      int at = strand[place];
      if (at != STILL && at != first && at != second) {
        if (second != STILL) {
          return false;
        }
        second = first;
        first = at;
      }
    }
    return true;
  }

  /** Whether the tie needs no more attention. */
  private boolean join(Tie tie) {
    if (tie.strands.length == 1) {
      move(tie.strands[0], STILL, false);
    } else if (tie.strands.length == 2) {
      if (tie.coefficients[0] != Math.abs(tie.coefficients[1])) {
        return false;
      }
      move(tie.strands[1], tie.strands[0], tie.coefficients[1] > 0);
    }
    return true;
  }

  /** A line in strands. */
  private Tie tie(Line line) {
    int[] found = new int[line.places.length];
    int size = 0;
    for (int i = 0; i < found.length; i++) {
      int place = line.places[i];
      if (strand[place] != STILL) {
        long coefficient = opposite[place] ? -line.coefficients[i] : line.coefficients[i];
        sums[strand[place]] += coefficient;
        found[size++] = strand[place];
      }
    }
    Arrays.sort(found, 0, size);
    int[] strands = new int[size];
    long[] coefficients = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      long sum = sums[found[i]];
      // What is taken is 0 when its strand comes again.
      if (sum != 0) {
        strands[count] = found[i];
        coefficients[count] = count > 0 && coefficients[0] < 0 ? -sum : sum;
        sums[found[i]] = 0;
        count++;
      }
    }
    if (count > 0) {
      coefficients[0] = Math.abs(coefficients[0]);
    }
    return new Tie(Arrays.copyOf(strands, count), Arrays.copyOf(coefficients, count));
  }

  private void move(int from, int to, boolean against) {
    for (int place = 0; place < strand.length; place++) {
      if (strand[place] == from) {
        strand[place] = to;
        opposite[place] ^= against;
      }
    }
  }

  private void number() {
    int[] numbers = new int[strand.length];
    Arrays.fill(numbers, STILL);
    for (int place = 0; place < strand.length; place++) {
      if (strand[place] != STILL) {
        int name = strand[place];
        if (numbers[name] == STILL) {
          numbers[name] = members.size();
          members.add(new ArrayList<>());
        }
        strand[place] = numbers[name];
        members.get(numbers[name]).add(new Member(place, opposite[place]));
      }
    }
  }
}
