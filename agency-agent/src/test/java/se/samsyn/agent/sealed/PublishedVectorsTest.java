package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import se.samsyn.sealed.Refused;

/**
 * The primitives beneath are the published ones. Ed25519, HPKE and SHA-256 are tested where they
 * are used first, in the envelopes of the contract.
 */
class PublishedVectorsTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SP_800_38A_KEY =
      HEX.parseHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");

  /** RFC 5869, appendix A.1 and A.3. */
  @Test
  void hkdfDerivesAsRfc5869() {
    assertThat(
            Derivation.expand(
                HEX.parseHex("0b".repeat(22)),
                HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42))
        .isEqualTo(
            HEX.parseHex(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    assertThat(Derivation.expand(HEX.parseHex("0b".repeat(22)), null, new byte[0], 42))
        .isEqualTo(
            HEX.parseHex(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
  }

  /** RFC 4231, test cases 1 and 2, of HMAC (RFC 2104) with SHA-256. */
  @Test
  void hmacTagsAsRfc4231() throws Exception {
    assertThat(hmac(HEX.parseHex("0b".repeat(20)), "Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(hmac("Jefe".getBytes(StandardCharsets.US_ASCII), "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private static String hmac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** NIST SP 800-38A, F.5.5 (CTR-AES256.Encrypt), first two blocks. */
  @Test
  void counterModeIsThatOfSp80038a() throws Exception {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(SP_800_38A_KEY, "AES"),
        new IvParameterSpec(HEX.parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")));
    assertThat(
            HEX.formatHex(
                cipher.doFinal(
                    HEX.parseHex(
                        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"))))
        .isEqualTo("601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5");
  }

  /** The keystream is AES of number of the chunk and number of the block, by AES alone. */
  @Test
  void theKeystreamIsTheCipherOfItsCounters() throws Exception {
    Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
    block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(SP_800_38A_KEY, "AES"));
    Keystream stream = new Keystream(SP_800_38A_KEY);
    for (int chunk : new int[] {7, 0, 300}) {
      stream.chunk(chunk);
      for (int i = 0; i < 1_500; i++) {
        byte[] counter = java.nio.ByteBuffer.allocate(16).putLong(chunk).putLong(i).array();
        java.nio.ByteBuffer expected = java.nio.ByteBuffer.wrap(block.doFinal(counter));
        assertThat(stream.eight()).isEqualTo(expected.getLong());
        assertThat(stream.eight()).isEqualTo(expected.getLong());
      }
    }
  }

  /** The GCM specification's test case 14 (AES-256, a block of zeros, nonce zero). */
  @Test
  void messagesAreEncryptedAsGcmSpecifies() throws Refused {
    byte[] message = new BulkCipher(new byte[32]).encrypt(0, new byte[16]);
    assertThat(HEX.formatHex(message))
        .isEqualTo("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    assertThat(new BulkCipher(new byte[32]).decrypt(0, message, 16)).isEqualTo(new byte[16]);
  }

  /** RFC 7748, section 5.2, first vector. */
  @Test
  void x25519MultipliesAsRfc7748() {
    byte[] out = new byte[32];
    new X25519PrivateKeyParameters(
            HEX.parseHex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"))
        .generateSecret(
            new X25519PublicKeyParameters(
                HEX.parseHex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")),
            out,
            0);
    assertThat(HEX.formatHex(out))
        .isEqualTo("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
  }
}
