package se.samsyn.aggregator.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.figure.Section;

/**
 * The page of a closed collection.
 *
 * @param questions the five questions in their order, answered or not; empty for a collection of
 *     other instruments only
 * @param released the version, date and status of the figures
 * @param showsOwnFigures whether the agencies' own figures are on it; else it says why not
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
    boolean showsOwnFigures,
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

  /** Where it is, and below it the pictures of its figures and the notes. */
  public String address() {
    return "/collections/" + id;
  }

  /** What a note may be about: each section and each of its figures, with its title. */
  public Map<String, String> subjects() {
    Map<String, String> subjects = new LinkedHashMap<>();
    for (Part part : parts()) {
      Section section = part.section();
      subjects.put(section.id(), section.heading());
      Stream.concat(section.main().stream(), section.details().stream())
          .forEach(f -> subjects.put(f.id(), section.heading() + " " + f.title()));
    }
    return subjects;
  }

  /**
   * Whether figures of a sealed collection are among them, so that it is explained what that is.
   */
  public boolean hasSealed() {
    return parts().stream().anyMatch(Part::isSealed);
  }

  /** Whether a figure may be a range or dots: only where it was collected openly, or not opened. */
  public boolean hasStates() {
    return parts().stream()
        .anyMatch(p -> p.facts().isPresent() && !p.isSealed() || p.section().needsLegend());
  }

  /**
   * @param facts empty for a question that nothing answers
   * @param isSealed whether its figures are a sealed collection's
   */
  public record Part(Section section, Optional<Facts> facts, boolean isSealed) {}
}
