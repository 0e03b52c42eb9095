package se.samsyn.agent.sealed;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.Refused;

/**
 * A role's keys in one attempt, and the secrets that it shares with each other role. Both sides
 * give half of such a secret, so that neither can make an old one come again.
 */
public final class RoleKeys {
  private final SealedManifest manifest;
  private final AgencyId me;
  private final SigningKey signing;
  private final DecryptionKey decryption;
  private final Map<AgencyId, byte[]> given = new HashMap<>();
  private final Map<AgencyId, byte[]> got = new HashMap<>();
  private final Map<AgencyId, Signed> halves = new HashMap<>();
  private boolean erased;

  public RoleKeys(
      SealedManifest manifest,
      AgencyId me,
      SigningKey signing,
      DecryptionKey decryption,
      SecureRandom random) {
    this.manifest = manifest;
    this.me = me;
    this.signing = signing;
    this.decryption = decryption;
    manifest.roles().all().stream()
        .filter(role -> !role.agency().equals(me))
        .forEach(
            role -> {
              byte[] half = new byte[Derivation.KEY];
              random.nextBytes(half);
              given.put(role.agency(), half);
              byte[] encrypted =
                  role.encryptionKey().encrypt(Label.SEALED_PAIR, half, context(me, role.agency()));
              halves.put(role.agency(), Signed.by(signing, Label.SEALED_PAIR, encrypted));
            });
  }

  AgencyId me() {
    return me;
  }

  /** This party's half of the secret that it shares with {@code peer}; always the same bytes. */
  public Signed half(AgencyId peer) {
    return halves.get(peer);
  }

  /** The other half. */
  public void accept(AgencyId peer, Signed half) throws Refused {
    try {
      byte[] encrypted = half.open(manifest.roles().of(peer).signingKey(), Label.SEALED_PAIR);
      byte[] secret = decryption.decrypt(Label.SEALED_PAIR, encrypted, context(peer, me));
      byte[] before = got.putIfAbsent(peer, secret);
      if (secret.length != Derivation.KEY || before != null && !Arrays.equals(before, secret)) {
        throw new Refused(Refused.Reason.NOT_AUTHENTIC, peer);
      }
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, peer);
    }
  }

  /** What is derived from the secret shared with {@code peer}, for one set of contributors. */
  PairKeys with(AgencyId peer, Sha256 set) throws Refused {
    requireLive();
    if (!got.containsKey(peer)) {
      throw new Refused(Refused.Reason.OUT_OF_STEP, peer);
    }
    boolean first = me.compareTo(peer) < 0;
    byte[] both = Arrays.copyOf(first ? given.get(peer) : got.get(peer), 2 * Derivation.KEY);
    System.arraycopy(
        first ? got.get(peer) : given.get(peer), 0, both, Derivation.KEY, Derivation.KEY);
    return new PairKeys(both, manifest.hash(), set);
  }

  byte[] decrypt(Label label, byte[] message, byte[][] context) throws Refused {
    requireLive();
    try {
      return decryption.decrypt(label, message, context);
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC);
    }
  }

  Signed sign(Label label, byte[] payload) {
    return Signed.by(signing, label, payload);
  }

  /** The payload of what another role signed. */
  byte[] verified(AgencyId signer, Label label, Signed message) throws Refused {
    try {
      return message.open(manifest.roles().of(signer).signingKey(), label);
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, signer);
    }
  }

  /** Nothing of the attempt can be made again from here on. */
  void erase() {
    given.values().forEach(half -> Arrays.fill(half, (byte) 0));
    got.values().forEach(half -> Arrays.fill(half, (byte) 0));
    got.clear();
    erased = true;
  }

  private void requireLive() throws Refused {
    if (erased) {
      throw new Refused(Refused.Reason.ERASED);
    }
  }

  private byte[][] context(AgencyId from, AgencyId to) {
    return new byte[][] {
      manifest.hash().bytes(),
      from.value().getBytes(StandardCharsets.US_ASCII),
      to.value().getBytes(StandardCharsets.US_ASCII)
    };
  }
}
