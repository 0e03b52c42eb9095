package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What came out of checking one release, family by family. */
record Examination(
    Neighbours neighbours,
    List<FamilyCheck> checks,
    List<FamilyCheck.Result> results,
    Set<String> contradictory,
    int k) {
  boolean isSafe() {
    return contradictory.isEmpty() && results.stream().allMatch(FamilyCheck.Result::isSafe);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      findings.addAll(checks.get(i).findings(results.get(i)));
    }
    return findings;
  }

  CheckReport report() {
    return new CheckReport(
        neighbours.earlier().stream().map(PublishedRelease::id).toList(),
        (int) neighbours.next().figures().count(),
        results.stream().mapToInt(FamilyCheck.Result::groups).sum(),
        results.stream().mapToInt(FamilyCheck.Result::attacked).sum(),
        k);
  }
}
