package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.figure.Section;

/**
 * The page of a closed collection.
 *
 * @param questions the five questions in their order, answered or not; empty for a collection of
 *     other instruments only
 * @param instruments the other indicators
 */
public record CollectionPage(
    String constellation,
    String period,
    String closed,
    String reported,
    Optional<String> missing,
    List<Part> questions,
    List<Part> instruments) {
  public CollectionPage {
    questions = List.copyOf(questions);
    instruments = List.copyOf(instruments);
  }

  /**
   * @param facts empty for a question that nothing answers
   */
  public record Part(Section section, Optional<Facts> facts) {}
}
