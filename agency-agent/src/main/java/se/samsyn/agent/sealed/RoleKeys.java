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
import se.samsyn.schemas.sealed.RoleHolder;
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
  private final Map<AgencyId, Half> given;
  private final Map<AgencyId, byte[]> got = new HashMap<>();
  private boolean erased;

  /**
   * This party's half of the secret that it shares with another role.
   *
   * @param message the half as it is sent, always in the same bytes
   */
  public record Half(byte[] secret, Signed message) {}

  /** With new halves. */
  public RoleKeys(
      SealedManifest manifest,
      AgencyId me,
      SigningKey signing,
      DecryptionKey decryption,
      SecureRandom random) {
    this(manifest, me, signing, decryption, halves(manifest, me, signing, random));
  }

  /**
   * With the halves that were made before, of {@link #halves()}.
   *
   * @param halves for each other role
   */
  public RoleKeys(
      SealedManifest manifest,
      AgencyId me,
      SigningKey signing,
      DecryptionKey decryption,
      Map<AgencyId, Half> halves) {
    this.manifest = manifest;
    this.me = me;
    this.signing = signing;
    this.decryption = decryption;
    this.given = new HashMap<>(halves);
  }

  private static Map<AgencyId, Half> halves(
      SealedManifest manifest, AgencyId me, SigningKey signing, SecureRandom random) {
    Map<AgencyId, Half> halves = new HashMap<>();
    for (RoleHolder role : manifest.roles().all()) {
      if (!role.agency().equals(me)) {
        byte[] secret = new byte[Derivation.KEY];
        random.nextBytes(secret);
        byte[] encrypted =
            role.encryptionKey()
                .encrypt(Label.SEALED_PAIR, secret, context(manifest, me, role.agency()));
        halves.put(
            role.agency(), new Half(secret, Signed.by(signing, Label.SEALED_PAIR, encrypted)));
      }
    }
    return halves;
  }

  /** What must be kept to go on after a restart. */
  public Map<AgencyId, Half> halves() {
    return Map.copyOf(given);
  }

  AgencyId me() {
    return me;
  }

  /** This party's half of the secret that it shares with {@code peer}; always the same bytes. */
  public Signed half(AgencyId peer) {
    return given.get(peer).message();
  }

  /** The other half. */
  public void accept(AgencyId peer, Signed half) throws Refused {
    try {
      byte[] encrypted = half.open(manifest.roles().of(peer).signingKey(), Label.SEALED_PAIR);
      byte[] secret = decryption.decrypt(Label.SEALED_PAIR, encrypted, context(manifest, peer, me));
      byte[] before = got.getOrDefault(peer, secret);
      if (secret.length != Derivation.KEY || !Arrays.equals(before, secret)) {
        throw new Refused(Refused.Reason.NOT_AUTHENTIC, peer);
      }
      got.put(peer, secret);
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
    byte[] both = new byte[2 * Derivation.KEY];
    byte[] mine = given.get(peer).secret();
    System.arraycopy(first ? mine : got.get(peer), 0, both, 0, Derivation.KEY);
    System.arraycopy(first ? got.get(peer) : mine, 0, both, Derivation.KEY, Derivation.KEY);
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
  public byte[] verified(AgencyId signer, Label label, Signed message) throws Refused {
    try {
      return message.open(manifest.roles().of(signer).signingKey(), label);
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, signer);
    }
  }

  /** Nothing of the attempt can be made again from here on. */
  void erase() {
    given.values().forEach(half -> Arrays.fill(half.secret(), (byte) 0));
    got.values().forEach(half -> Arrays.fill(half, (byte) 0));
    got.clear();
    erased = true;
  }

  private void requireLive() throws Refused {
    if (erased) {
      throw new Refused(Refused.Reason.ERASED);
    }
  }

  private static byte[][] context(SealedManifest manifest, AgencyId from, AgencyId to) {
    return new byte[][] {
      manifest.hash().bytes(),
      from.value().getBytes(StandardCharsets.US_ASCII),
      to.value().getBytes(StandardCharsets.US_ASCII)
    };
  }
}
