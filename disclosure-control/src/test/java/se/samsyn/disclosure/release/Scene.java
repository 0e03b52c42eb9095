package se.samsyn.disclosure.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Releases written down in few words, for tests. */
final class Scene {
  static final Concept CHILDREN = Concept.persons("children");
  static final Window YEAR = terms(0, 2);

  private Scene() {}

  /** Half years from 1 July 2025, the first and the one after the last. */
  static Window terms(int from, int until) {
    LocalDate start = LocalDate.of(2025, 7, 1);
    return new Window(start.plusMonths(6L * from), start.plusMonths(6L * until));
  }

  static Set<Contribution> by(String... agencies) {
    return Arrays.stream(agencies)
        .map(
            name ->
                name.contains("#")
                    ? new Contribution(
                        name.substring(0, name.indexOf('#')),
                        Integer.parseInt(name.substring(name.indexOf('#') + 1)))
                    : Contribution.of(name))
        .collect(Collectors.toSet());
  }

  /** Of one school and one year. */
  static Extent where(String... classes) {
    return of(by("school"), YEAR, classes);
  }

  /**
   * @param classes such as "age=6,7,8" or "sex=1"
   */
  static Extent of(Set<Contribution> contributions, Window window, String... classes) {
    Map<String, Set<String>> some = new HashMap<>();
    for (String one : classes) {
      String[] parts = one.split("=");
      some.put(parts[0], new HashSet<>(Arrays.asList(parts[1].split(","))));
    }
    return new Extent(contributions, window, some);
  }

  static String ages(int from, int until) {
    return "age="
        + IntStream.range(from, until).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  static Map<String, Set<String>> ageDomain(int until) {
    return Map.of(
        "age", IntStream.range(0, until).mapToObj(Integer::toString).collect(Collectors.toSet()));
  }

  static PublishedRelease release(String id, Figure... figures) {
    return release(id, List.of(CHILDREN), Map.of(), List.of(figures));
  }

  static PublishedRelease release(
      String id, List<Concept> concepts, Map<String, Set<String>> domains, List<Figure> figures) {
    return new PublishedRelease(
        id, concepts, domains, List.of(PublishedTable.safeAlone("table", figures)));
  }

  static List<Figure> figures(Figure... figures) {
    return new ArrayList<>(List.of(figures));
  }

  static Figure exact(long value, Extent extent) {
    return Figure.exact(CHILDREN.id(), extent, value);
  }

  static Figure hidden(Extent extent) {
    return Figure.hidden(CHILDREN.id(), extent);
  }
}
