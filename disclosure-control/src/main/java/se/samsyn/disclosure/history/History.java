package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that was released before, in order. */
public record History(List<Release> releases) {
  public static final History NONE = new History(List.of());

  public History {
    releases = List.copyOf(releases);
    Set<String> ids = new HashSet<>();
    for (Release release : releases) {
      if (!ids.add(release.id())) {
        throw new IllegalArgumentException("release " + release.id() + " comes twice");
      }
    }
  }

  public static History of(List<Release> releases) {
    return new History(releases);
  }

  /** With one release more. */
  public History with(Release release) {
    List<Release> more = new ArrayList<>(releases);
    more.add(release);
    return new History(more);
  }

  /** As if one release had not been made. */
  History without(Release release) {
    return new History(releases.stream().filter(r -> !r.id().equals(release.id())).toList());
  }
}
