package se.samsyn.schemas.sealed;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;

/**
 * A role's word that an attempt has ended, that it gave no share of any total, and that its secrets
 * are erased. A new attempt needs that of A or B.
 *
 * @param reason a word for people, never a count
 * @param contributors if a test of sums had begun, whose contributions were tested: a new attempt
 *     adds those of the same agencies; else none
 */
public record Unopened(Sha256 manifest, AgencyId role, String reason, List<AgencyId> contributors) {
  private static final int MOST = 10_000;

  public Unopened {
    contributors = contributors.stream().sorted().toList();
  }

  public Signed signedBy(SigningKey key) {
    Wire wire =
        new Wire()
            .block(manifest.bytes())
            .text(role.value())
            .text(reason)
            .number(contributors.size());
    contributors.forEach(c -> wire.text(c.value()));
    return Signed.by(key, Label.SEALED_UNOPENED, wire.bytes());
  }

  /**
   * @throws InvalidMessage when it is not {@code signer}'s
   */
  public static Unopened open(Signed word, VerificationKey signer) throws InvalidMessage {
    WireReader in = new WireReader(word.open(signer, Label.SEALED_UNOPENED));
    try {
      Sha256 manifest = Sha256.ofHash(in.block());
      AgencyId role = new AgencyId(in.text());
      String reason = in.text();
      List<AgencyId> contributors = new ArrayList<>();
      for (int i = in.number(MOST); i > 0; i--) {
        contributors.add(new AgencyId(in.text()));
      }
      in.end();
      return new Unopened(manifest, role, reason, contributors);
    } catch (IllegalArgumentException e) {
      throw new InvalidMessage("not a role's word that nothing was opened");
    }
  }
}
