package se.samsyn.disclosure.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/**
 * Whether a certificate claims enough: something for each demand, and that no hidden cell is known
 * exactly. {@link se.samsyn.disclosure.certificate.CertificateVerifier} says whether what it claims
 * is so.
 */
final class Coverage {
  private Coverage() {}

  /** What is not claimed; empty if the certificate covers all. */
  static List<String> gaps(Table table, Collection<Demand> demands, Certificate certificate) {
    Map<Integer, List<Claim>> claims = new HashMap<>();
    for (Claim claim : certificate.claims()) {
      claims.computeIfAbsent(claim.cell(), c -> new ArrayList<>()).add(claim);
    }
    List<Demand> all = new ArrayList<>(demands);
    List<String> gaps = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      boolean hidden = certificate.hidden().get(cell);
      if (hidden != isHidden(table.publication(cell), hidden)) {
        gaps.add("cell " + cell + ": it must be " + (hidden ? "shown" : "hidden"));
      }
      if (hidden && table.publication(cell) == Publication.OPTIONAL) {
        all.add(Demand.of(cell, Requirement.notExact(table.value(cell))));
      }
    }
    for (Demand demand : all) {
      List<Claim> about = claims.getOrDefault(demand.cell(), List.of());
      if (!certificate.hidden().get(demand.cell())
          || about.stream().noneMatch(claim -> covers(claim, demand))) {
        gaps.add("cell " + demand.cell() + ": what must be left open is not claimed");
      }
    }
    return gaps;
  }

  private static boolean isHidden(Publication publication, boolean choice) {
    return switch (publication) {
      case ALWAYS -> false;
      case NEVER -> true;
      case OPTIONAL, ATTACHED -> choice;
    };
  }

  /** An attacker who knows more, and is left with as much, covers one who knows less. */
  private static boolean covers(Claim claim, Demand demand) {
    Requirement claimed = claim.requirement();
    Requirement wanted = demand.requirement();
    return claimed.lowerAtMost() <= wanted.lowerAtMost()
        && claimed.upperAtLeast() >= wanted.upperAtLeast()
        && claimed.width() >= wanted.width()
        && (claim.attacker().equals(demand.attacker())
            || claim.attacker().knows().containsAll(demand.attacker().knows()));
  }
}
