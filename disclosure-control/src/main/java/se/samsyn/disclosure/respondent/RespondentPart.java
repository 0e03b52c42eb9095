package se.samsyn.disclosure.respondent;

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
