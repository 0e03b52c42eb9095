package se.samsyn.disclosure.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Table;

/** A certificate proves nothing any more when one of its numbers is changed. */
class CertificatePropertiesTest {
  @Property(tries = 40)
  void aChangedDeviationIsRejected(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @LongRange(min = 1, max = 3) long by) {
    RandomTables random = RandomTables.linked(seed, 1);
    Table table = random.table();
    Certificate certificate = certificate(random);
    assertThat(CertificateVerifier.faults(table, certificate)).as("seed %d", seed).isEmpty();
    for (int d = 0; d < certificate.deviations().size(); d++) {
      Deviation deviation = certificate.deviations().get(d);
      for (int i = 0; i < deviation.cells().length; i++) {
        for (long change : new long[] {by, -by}) {
          long[] changes = deviation.changes().clone();
          changes[i] += change;
          if (changes[i] != 0) {
            List<Deviation> deviations = new ArrayList<>(certificate.deviations());
            deviations.set(d, new Deviation(deviation.cells(), changes));
            assertThat(
                    CertificateVerifier.faults(
                        table,
                        new Certificate(certificate.hidden(), deviations, certificate.claims())))
                .as("seed %d deviation %d number %d", seed, d, i)
                .isNotEmpty();
          }
        }
        BitSet hidden = certificate.hidden();
        hidden.clear(deviation.cells()[i]);
        assertThat(
                CertificateVerifier.faults(
                    table, new Certificate(hidden, certificate.deviations(), certificate.claims())))
            .as("seed %d deviation %d cell %d shown", seed, d, i)
            .isNotEmpty();
      }
    }
  }

  @Property(tries = 40)
  void aClaimOfMoreThanItsTablesShowIsRejected(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomTables random = RandomTables.linked(seed, 1);
    Certificate certificate = certificate(random);
    for (int c = 0; c < certificate.claims().size(); c++) {
      Claim claim = certificate.claims().get(c);
      long value = random.table().value(claim.cell());
      long high = value + change(certificate, claim, true);
      long low = value + change(certificate, claim, false);
      for (Requirement more :
          List.of(
              new Requirement(value, high + 1, 0),
              new Requirement(low - 1, value, 0),
              new Requirement(value, value, high - low + 1))) {
        List<Claim> claims = new ArrayList<>(certificate.claims());
        claims.set(c, new Claim(claim.cell(), claim.attacker(), more, claim.high(), claim.low()));
        assertThat(
                CertificateVerifier.faults(
                    random.table(),
                    new Certificate(certificate.hidden(), certificate.deviations(), claims)))
            .as("seed %d claim %d", seed, c)
            .isNotEmpty();
      }
    }
  }

  private static long change(Certificate certificate, Claim claim, boolean up) {
    var which = up ? claim.high() : claim.low();
    return which.isEmpty() ? 0 : certificate.deviations().get(which.getAsInt()).at(claim.cell());
  }

  private static Certificate certificate(RandomTables random) {
    Protection protection = Protector.protect(random.table(), random.demands(), Options.standard());
    return protection.certificate();
  }
}
