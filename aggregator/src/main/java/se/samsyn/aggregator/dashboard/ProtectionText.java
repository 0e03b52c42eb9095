package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.NumberWord;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.SealedTerms;

/** How a table's numbers are protected, in words. */
public final class ProtectionText {
  private ProtectionText() {}

  /** What is not shown and why; for a sealed table its rule, with k and t. */
  public static String of(JointTable table, Texts texts) {
    return table
        .manifest()
        .sealed()
        .map(terms -> rule(terms, texts))
        .orElseGet(
            () ->
                texts.of(
                    "facts.protection.text",
                    table.definition().protection().minimumFrequency() - 1));
  }

  /**
   * The rule leaves those outside any t agencies with k + 1 children or none, so that (t + 1) k is
   * never exceeded by a number that stays closed for being small.
   */
  private static String rule(SealedTerms terms, Texts texts) {
    String rule =
        texts.of(
            "facts.protection.sealed",
            NumberWord.of(terms.k() + 1L, texts),
            terms.t() == 1
                ? texts.of("facts.protection.sealed.one")
                : texts.of("facts.protection.sealed.several", NumberWord.of(terms.t(), texts)),
            (terms.t() + 1L) * terms.k());
    return terms.magnitudes().isEmpty()
        ? rule
        : rule + " " + texts.of("facts.protection.sealed.amounts");
  }

  /** Who put the numbers together without seeing them; empty where the table is not sealed. */
  static Optional<String> handlers(JointTable table, Texts texts) {
    CollectionManifest manifest = table.manifest();
    return manifest
        .sealed()
        .map(
            terms -> {
              List<String> names =
                  terms.roles().stream()
                      .flatMap(role -> manifest.participant(role.agency()).stream())
                      .map(p -> texts.of(p.name()))
                      .toList();
              int last = names.size() - 1;
              return texts.of(
                  "facts.sealed.text",
                  texts.of(
                      "list.and",
                      names.stream().limit(last).collect(Collectors.joining(", ")),
                      names.get(last)));
            });
  }
}
