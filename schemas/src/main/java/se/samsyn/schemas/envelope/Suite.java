package se.samsyn.schemas.envelope;

import org.bouncycastle.crypto.hpke.HPKE;

/** The one HPKE suite of version 1 of the protocol. */
final class Suite {
  static final int ENCAPSULATION_SIZE = 32;

  private Suite() {}

  static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }
}
