package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The joint table as one attacker sees it: all parts together for everybody, all parts but its own
 * for a respondent, which can subtract. Where a joint cell is shown the attacker knows the view's,
 * and where it is hidden, no more of the view's than follows from the others.
 */
final class JointView {
  private final List<RespondentPart> members;
  private final List<long[]> lower = new ArrayList<>();
  private final List<long[]> upper = new ArrayList<>();
  private final List<long[]> values = new ArrayList<>();
  private final BitSet absent;

  /**
   * @param members those whose parts the attacker does not know
   * @param tables one possible table for each of them, per layer
   */
  JointView(List<RespondentPart> members, List<List<long[]>> tables) {
    this.members = List.copyOf(members);
    this.absent = members.get(0).absent();
    members.forEach(member -> absent.and(member.absent()));
    for (int layer = 0; layer < members.get(0).lower().size(); layer++) {
      int at = layer;
      lower.add(RespondentPart.sum(members.stream().map(m -> m.lower().get(at)).toList()));
      upper.add(RespondentPart.sum(members.stream().map(m -> m.upper().get(at)).toList()));
      values.add(RespondentPart.sum(tables.stream().map(t -> t.get(at)).toList()));
    }
  }

  List<RespondentPart> members() {
    return members;
  }

  long lower(int layer, int cell) {
    return lower.get(layer)[cell];
  }

  long upper(int layer, int cell) {
    return upper.get(layer)[cell];
  }

  /** What the cell is in one of the possible tables. */
  long value(int layer, int cell) {
    return values.get(layer)[cell];
  }

  /** The possible table. */
  List<long[]> values() {
    return values;
  }

  boolean isKnown(int layer, int cell) {
    return lower(layer, cell) == upper(layer, cell);
  }

  /** Whether everybody knows that nobody is there. */
  boolean isAbsent(int cell) {
    return absent.get(cell);
  }

  /** Whether the cell can only be one respondent's own figure. */
  boolean isOneRespondents(int cell) {
    return members.stream().filter(m -> !m.isAbsent(cell)).count() == 1;
  }
}
