package se.samsyn.disclosure.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Checks a certificate in exact whole numbers. It is short on purpose and shares no code with what
 * makes certificates.
 */
public final class CertificateVerifier {
  private CertificateVerifier() {}

  /** What is wrong with the certificate; empty if it proves all its claims. */
  public static List<String> faults(Table table, Certificate certificate) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < certificate.deviations().size(); i++) {
      check(table, certificate, i, faults);
    }
    for (Claim claim : certificate.claims()) {
      long value = table.value(claim.cell());
      long high = Math.addExact(value, change(certificate, claim, claim.high(), faults));
      long low = Math.addExact(value, change(certificate, claim, claim.low(), faults));
      if (!claim.requirement().isMetBy(low, high)) {
        faults.add("cell " + claim.cell() + ": the two tables are not far enough apart");
      }
    }
    return faults;
  }

  private static long change(
      Certificate certificate, Claim claim, OptionalInt which, List<String> faults) {
    if (which.isEmpty()) {
      return 0;
    }
    Deviation deviation = certificate.deviations().get(which.getAsInt());
    if (claim.attacker().sees(deviation)) {
      faults.add("deviation " + which.getAsInt() + " changes a cell that its attacker knows");
    }
    return deviation.at(claim.cell());
  }

  private static void check(Table table, Certificate certificate, int number, List<String> faults) {
    Deviation deviation = certificate.deviations().get(number);
    TableSpace space = table.space();
    Map<Integer, BigInteger> imbalance = new HashMap<>();
    for (int i = 0; i < deviation.cells().length; i++) {
      int cell = deviation.cells()[i];
      BigInteger change = BigInteger.valueOf(deviation.changes()[i]);
      BigInteger changed = BigInteger.valueOf(table.value(cell)).add(change);
      if (!certificate.hidden().get(cell)) {
        faults.add("deviation " + number + " changes a published cell");
      }
      if (changed.compareTo(BigInteger.valueOf(space.lower(cell))) < 0
          || changed.compareTo(BigInteger.valueOf(space.upper(cell))) > 0) {
        faults.add("deviation " + number + " leaves the bounds of cell " + cell);
      }
      for (int j = 0; j < space.degree(cell); j++) {
        int r = space.relationOf(cell, j);
        Relation relation = space.relations().get(r);
        imbalance.merge(r, change.multiply(coefficient(relation, cell)), BigInteger::add);
      }
    }
    if (imbalance.values().stream().anyMatch(sum -> sum.signum() != 0)) {
      faults.add("deviation " + number + " breaks a relation");
    }
  }

  private static BigInteger coefficient(Relation relation, int cell) {
    for (int i = 0; i < relation.cells().length; i++) {
      if (relation.cells()[i] == cell) {
        return BigInteger.valueOf(relation.coefficients()[i]);
      }
    }
    throw new IllegalStateException("a cell is listed in a relation that does not hold it");
  }
}
