package se.samsyn.aggregator.reading.sealed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;

/** A dimension as far as it was opened: a node is split where all of its parts are open. */
final class OpenedTree {
  private final Dimension dimension;
  private final Predicate<String> isOpen;

  /**
   * @param isOpen whether a code below the whole was opened
   */
  OpenedTree(Dimension dimension, Predicate<String> isOpen) {
    this.dimension = dimension;
    this.isOpen = isOpen;
  }

  /** The finest nodes at and below {@code code}; each leaf below it is in exactly one of them. */
  List<Shown> finest(String code) {
    List<Shown> finest = new ArrayList<>();
    addFinest(code, finest);
    return finest;
  }

  private void addFinest(String code, List<Shown> finest) {
    if (isSplit(code)) {
      parts(code).forEach(part -> addFinest(part.code(), finest));
    } else {
      finest.add(shown(code));
    }
  }

  /** All or nothing: parts of which one is not open are not looked at. */
  boolean isSplit(String code) {
    List<Code> parts = parts(code);
    return !parts.isEmpty() && parts.stream().map(Code::code).allMatch(isOpen);
  }

  Shown shown(String code) {
    List<Code> leaves =
        code.equals(Code.TOTAL)
            ? dimension.leaves()
            : dimension.find(code).stream().flatMap(Code::preorder).filter(Code::isLeaf).toList();
    return new Shown(code, leaves);
  }

  List<Code> parts(String code) {
    return code.equals(Code.TOTAL)
        ? dimension.codes()
        : dimension.find(code).map(Code::codes).orElse(List.of());
  }
}
