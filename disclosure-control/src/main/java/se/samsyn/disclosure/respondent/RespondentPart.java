package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What is known of one respondent's part of a joint table to whom adds the parts up. The respondent
 * itself knows it exactly.
 *
 * @param lower per layer the least that each cell can be
 * @param upper per layer the most, {@link TableSpace#UNBOUNDED} where there is no limit; the same
 *     as {@code lower} where the cell is known
 * @param absent the cells that cannot exist at this respondent, as everybody knows: 0
 */
public record RespondentPart(List<long[]> lower, List<long[]> upper, BitSet absent) {
  public RespondentPart {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    absent = (BitSet) absent.clone();
  }

  /** A part that is known in full. */
  public static RespondentPart known(List<long[]> values) {
    return new RespondentPart(values, values, new BitSet());
  }

  /** Of several who know each other's parts, and so are one respondent. */
  public static RespondentPart together(List<RespondentPart> parts) {
    List<long[]> lower = new ArrayList<>();
    List<long[]> upper = new ArrayList<>();
    for (int layer = 0; layer < parts.get(0).lower.size(); layer++) {
      int at = layer;
      lower.add(sum(parts.stream().map(p -> p.lower.get(at)).toList()));
      upper.add(sum(parts.stream().map(p -> p.upper.get(at)).toList()));
    }
    BitSet absent = parts.get(0).absent();
    parts.forEach(part -> absent.and(part.absent));
    return new RespondentPart(lower, upper, absent);
  }

  /** Cell by cell; without a limit where one of them has none. */
  static long[] sum(List<long[]> parts) {
    long[] sum = new long[parts.get(0).length];
    for (long[] part : parts) {
      for (int i = 0; i < sum.length; i++) {
        boolean open = sum[i] == TableSpace.UNBOUNDED || part[i] == TableSpace.UNBOUNDED;
        sum[i] = open ? TableSpace.UNBOUNDED : Math.addExact(sum[i], part[i]);
      }
    }
    return sum;
  }

  @Override
  public BitSet absent() {
    return (BitSet) absent.clone();
  }

  boolean isAbsent(int cell) {
    return absent.get(cell);
  }

  boolean isKnown(int layer, int cell) {
    return lower.get(layer)[cell] == upper.get(layer)[cell];
  }
}
