package se.samsyn.aggregator.dashboard.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.sealed.SealedRefusal;

/** Why something is not done, in the words of the pages. */
public final class RefusedText {
  private RefusedText() {}

  /** One sentence; of what agencies would refuse, one more for each of their rules. */
  public static String of(ActionRefused refused, Texts texts) {
    return Stream.concat(
            Stream.of(texts.of(key(refused, texts), refused.about().toArray())),
            refused.about().stream()
                .filter(SealedRefusal.class::isInstance)
                .map(rule -> rule((SealedRefusal) rule, texts)))
        .collect(Collectors.joining(" "));
  }

  private static String key(ActionRefused refused, Texts texts) {
    String key = "coordinator.refused." + refused.why().word();
    // A sentence that lists names reads oddly where there are none.
    if (refused.about().contains("") && texts.has(key + ".none")) {
      return key + ".none";
    }
    return texts.has(key) ? key : "coordinator.refused";
  }

  /** What an agency would refuse by this rule. */
  public static String rule(SealedRefusal rule, Texts texts) {
    return texts.of("coordinator.sealed-rule." + rule.word());
  }
}
