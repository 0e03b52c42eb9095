package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What came out of checking one release, family by family. */
record Examination(Neighbours neighbours, List<Family> families, Set<String> contradictory, int k) {
  /** What came out for one family of concepts. */
  record Family(Set<String> concepts, FamilyCheck check, FamilyCheck.Result result) {
    Family {
      concepts = Set.copyOf(concepts);
    }
  }

  boolean isSafe() {
    return contradictory.isEmpty() && families.stream().allMatch(f -> f.result().isSafe());
  }

  /**
   * Whether the concepts of a family are safe in a changed release because they were in this one,
   * which says the same of them.
   */
  boolean isSafe(Set<String> concepts, PublishedRelease changed) {
    return families.stream()
        .anyMatch(
            family ->
                family.concepts().equals(concepts)
                    && family.result().isSafe()
                    && said(neighbours.next(), concepts).equals(said(changed, concepts)));
  }

  /** All that the tables of a release say of some concepts. */
  private static List<Object> said(PublishedRelease release, Set<String> concepts) {
    List<Object> said = new ArrayList<>(List.of(release.domains()));
    for (PublishedTable table : release.tables()) {
      List<Figure> figures =
          table.figures().stream().filter(f -> concepts.contains(f.subject().concept())).toList();
      List<Ratio> ratios =
          table.ratios().stream().filter(r -> concepts.contains(r.numerator().concept())).toList();
      if (!figures.isEmpty() || !ratios.isEmpty()) {
        said.add(List.of(table.assurance(), figures, ratios));
      }
    }
    return said;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    families.forEach(family -> findings.addAll(family.check().findings(family.result())));
    return findings;
  }

  /** How many numbers the largest program has had. */
  int largestProgram() {
    return families.stream().mapToInt(f -> f.check().largestProgram()).max().orElse(0);
  }

  CheckReport report() {
    return new CheckReport(
        neighbours.earlier().stream().map(PublishedRelease::id).toList(),
        (int) neighbours.next().figures().count(),
        families.stream().mapToInt(f -> f.result().groups()).sum(),
        families.stream().mapToInt(f -> f.result().attacked()).sum(),
        k);
  }
}
