package se.samsyn.aggregator.area;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The areas that the coordinator has told about; none where nothing is told. */
public record AreaMap(List<Area> areas) {
  /** Nothing is told. */
  public static final AreaMap EMPTY = new AreaMap(List.of());

  public AreaMap {
    areas = List.copyOf(areas);
  }

  public Optional<Area> find(String code) {
    return areas.stream().filter(a -> a.code().equals(code)).findFirst();
  }

  /** The counties of these areas with the codes in each; those of no county are left out. */
  public Map<String, Set<String>> counties(List<String> codes) {
    return together(codes, Area::county);
  }

  /** The groups of areas that are like each other, in the same way. */
  public Map<String, Set<String>> groups(List<String> codes) {
    return together(codes, Area::group);
  }

  private Map<String, Set<String>> together(
      List<String> codes, Function<Area, Optional<String>> by) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String code : codes) {
      find(code)
          .flatMap(by)
          .ifPresent(name -> found.computeIfAbsent(name, n -> new TreeSet<>()).add(code));
    }
    return found;
  }
}
