package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which records a release is about, roughly: per family of concepts its windows, agencies and
 * classes. Small, whatever the size of the release.
 */
public final class Coverage {
  private final Map<String, List<Extent>> byFamily = new HashMap<>();

  private Coverage() {}

  public static Coverage of(PublishedRelease release) {
    Coverage coverage = new Coverage();
    Families families = Families.of(List.of(release));
    Map<String, Map<Window, Builder>> builders = new HashMap<>();
    for (PublishedTable table : release.tables()) {
      table
          .subjects()
          .forEach(
              subject ->
                  builders
                      .computeIfAbsent(families.of(subject.concept()), f -> new HashMap<>())
                      .computeIfAbsent(subject.extent().window(), w -> new Builder())
                      .add(subject.extent()));
    }
    builders.forEach(
        (family, windows) -> {
          List<Extent> extents = new ArrayList<>();
          windows.forEach((window, builder) -> extents.add(builder.extent(window)));
          for (String concept : families.members(family)) {
            coverage.byFamily.put(concept, extents);
          }
        });
    return coverage;
  }

  /** Whether the two may be about some of the same records. */
  public boolean intersects(Coverage other) {
    return byFamily.entrySet().stream()
        .anyMatch(
            e ->
                other.byFamily.getOrDefault(e.getKey(), List.of()).stream()
                    .anyMatch(o -> e.getValue().stream().anyMatch(o::intersects)));
  }

  /** Every concept with every window that it is shown for. */
  void forEachWindow(BiConsumer<String, Window> visitor) {
    byFamily.forEach(
        (concept, extents) -> extents.forEach(extent -> visitor.accept(concept, extent.window())));
  }

  /** The concepts, those that others are parts of included. */
  public Set<String> concepts() {
    return Set.copyOf(byFamily.keySet());
  }

  /** The smallest extent that holds all extents of one window. */
  private static final class Builder {
    private final Set<Contribution> contributions = new HashSet<>();
    private Map<String, Set<String>> classes;

    void add(Extent extent) {
      contributions.addAll(extent.contributions());
      if (classes == null) {
        classes = new HashMap<>();
        extent.classes().forEach((dimension, some) -> classes.put(dimension, new HashSet<>(some)));
      } else {
        classes.keySet().retainAll(extent.classes().keySet());
        classes.forEach((dimension, some) -> some.addAll(extent.classes().get(dimension)));
      }
    }

    Extent extent(Window window) {
      return new Extent(contributions, window, classes);
    }
  }
}
