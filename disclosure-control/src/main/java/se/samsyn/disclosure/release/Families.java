package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Concepts that say something of each other: parts of the same thing, directly or not. */
final class Families {
  private final Map<String, String> parents = new HashMap<>();

  private Families() {}

  static Families of(Collection<PublishedRelease> releases) {
    Families families = new Families();
    for (PublishedRelease release : releases) {
      for (Concept concept : release.concepts()) {
        families.of(concept.id());
        concept.partOf().ifPresent(base -> families.join(concept.id(), base));
      }
      for (PublishedTable table : release.tables()) {
        for (Ratio ratio : table.ratios()) {
          families.join(ratio.numerator().concept(), ratio.denominator().concept());
        }
      }
    }
    return families;
  }

  /** The family of a concept, by the name of one of its members. */
  String of(String concept) {
    String root = parents.computeIfAbsent(concept, c -> c);
    return root.equals(concept) ? concept : of(root);
  }

  List<String> members(String family) {
    List<String> members = new ArrayList<>();
    for (String concept : List.copyOf(parents.keySet())) {
      if (of(concept).equals(family)) {
        members.add(concept);
      }
    }
    return members;
  }

  private void join(String a, String b) {
    parents.put(of(a), of(b));
  }
}
