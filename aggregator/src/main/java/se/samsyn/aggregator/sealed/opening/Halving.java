package se.samsyn.aggregator.sealed.opening;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.Sha256;

/**
 * Makes binary trees of classes that come in an order: halved by number until each part is one
 * class. A group's code says who is in it, so the same members always have the same code.
 */
final class Halving {
  /** Longer lists of names are cut: nobody reads them. */
  private static final int MOST_NAMES = 4;

  private Halving() {}

  /** The codes below the total: the two halves, or the classes themselves where they are few. */
  static List<Code> halved(List<Code> classes) {
    if (classes.size() < 2) {
      return List.copyOf(classes);
    }
    int middle = classes.size() / 2;
    return List.of(
        group(classes.subList(0, middle)), group(classes.subList(middle, classes.size())));
  }

  private static Code group(List<Code> classes) {
    return classes.size() == 1
        ? classes.get(0)
        : new Code(code(classes), label(classes), Optional.empty(), halved(classes));
  }

  private static String code(List<Code> classes) {
    String members = classes.stream().map(Code::code).sorted().collect(Collectors.joining("\n"));
    return "g-" + Sha256.of(members.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }

  private static Text label(List<Code> classes) {
    return new Text(
        names(classes, Text::sv, "och", "till") + " tillsammans",
        names(classes, Text::en, "and", "more") + " together");
  }

  private static String names(
      List<Code> classes, Function<Text, String> language, String and, String more) {
    List<String> names = classes.stream().map(c -> language.apply(c.label())).toList();
    int shown = names.size() > MOST_NAMES ? 2 : names.size() - 1;
    String last =
        names.size() > MOST_NAMES ? (names.size() - shown) + " " + more : names.get(shown);
    return String.join(", ", names.subList(0, shown)) + " " + and + " " + last;
  }
}
