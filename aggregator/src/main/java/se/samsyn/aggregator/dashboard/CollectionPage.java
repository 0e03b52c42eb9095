package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.figure.Section;

/**
 * The page of a closed collection.
 *
 * @param questions the five questions in their order, answered or not; empty for a collection of
 *     other instruments only
 * @param released the version, date and status of the figures
 * @param beside girls and boys, levels, costs and areas beside each other
 * @param instruments the other indicators
 */
public record CollectionPage(
    String id,
    String constellation,
    String period,
    String released,
    String reported,
    Optional<String> missing,
    List<Part> questions,
    List<Part> beside,
    List<Part> instruments,
    Chain chain) {
  public CollectionPage {
    beside = List.copyOf(beside);
    questions = List.copyOf(questions);
    instruments = List.copyOf(instruments);
  }

  /** All parts, in the order of the page. */
  public List<Part> parts() {
    return Stream.of(questions, beside, instruments).flatMap(List::stream).toList();
  }

  /** Where the pictures of its figures are. */
  public String charts() {
    return "/collections/" + id + "/charts/";
  }

  /**
   * @param facts empty for a question that nothing answers
   */
  public record Part(Section section, Optional<Facts> facts) {}
}
