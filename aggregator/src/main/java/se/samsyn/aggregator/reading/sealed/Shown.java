package se.samsyn.aggregator.reading.sealed;

import java.util.List;
import se.samsyn.schemas.definition.Code;

/**
 * A unit or a class that is shown by itself, or several that are shown together.
 *
 * @param code {@link Code#TOTAL} for all of them
 * @param members the leaves that it is made of, in the order of their tree
 */
public record Shown(String code, List<Code> members) {
  public Shown {
    members = List.copyOf(members);
  }

  /** Whether it stands for more than one. */
  public boolean isGroup() {
    return members.size() > 1;
  }

  public boolean isWhole() {
    return code.equals(Code.TOTAL);
  }
}
