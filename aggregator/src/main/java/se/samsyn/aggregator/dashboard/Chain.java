package se.samsyn.aggregator.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.figure.Section;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.LogicStep;

/**
 * The logic chain: what the joint work is meant to change, what is done, what came of it, each with
 * its indicators.
 */
public record Chain(List<Link> links) {
  public Chain {
    links = List.copyOf(links);
  }

  /** A step of the chain. */
  public record Link(String title, List<Item> items) {}

  /**
   * @param anchor where the indicator is on its page
   * @param number as text; empty where the answer is a class
   */
  public record Item(String anchor, String title, String number, String sentence) {}

  static Chain of(List<Section> sections, Texts texts) {
    return new Chain(
        Arrays.stream(LogicStep.values())
            .map(step -> new Link(texts.of("chain." + step.word()), items(sections, step, texts)))
            .filter(link -> !link.items().isEmpty())
            .toList());
  }

  private static List<Item> items(List<Section> sections, LogicStep step, Texts texts) {
    List<Item> items = new ArrayList<>();
    Set<DefinitionId> seen = new LinkedHashSet<>();
    for (Section section : sections) {
      section
          .definition()
          .filter(d -> d.logic() == step && seen.add(d.id()))
          .ifPresent(
              d ->
                  items.add(
                      new Item(
                          section.id(),
                          texts.of(d.title()),
                          section.key(),
                          Stream.concat(section.remarks().stream(), Stream.of(section.sentence()))
                              .findFirst()
                              .orElseThrow())));
    }
    return items;
  }
}
