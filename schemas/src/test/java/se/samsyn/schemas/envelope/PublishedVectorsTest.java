package se.samsyn.schemas.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

/** The primitives are the published ones: the vectors of the RFCs come out. */
class PublishedVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8032, section 7.1, TEST 1 to 3: secret key, public key, message, signature. */
  private static final String[][] ED25519 = {
    {
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    },
    {
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    },
    {
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    }
  };

  @Test
  void ed25519SignsAsRfc8032() {
    for (String[] v : ED25519) {
      SigningKey key = SigningKey.ofSecret(HEX.parseHex(v[0]));
      assertThat(HEX.formatHex(Base64.getDecoder().decode(key.verificationKey().base64())))
          .isEqualTo(v[1]);
      // The house signs framed bytes only, so the raw vector goes to the same primitive beneath.
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, new Ed25519PrivateKeyParameters(key.exposeSecret(), 0));
      byte[] message = HEX.parseHex(v[2]);
      signer.update(message, 0, message.length);
      assertThat(HEX.formatHex(signer.generateSignature())).isEqualTo(v[3]);
    }
  }

  /** RFC 9180, appendix A.2.1 (base mode) and A.2.1.1, sequence number 0. */
  @Test
  void hpkeOpensTheMessageOfRfc9180() throws Exception {
    byte[] secret =
        HEX.parseHex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
    byte[] publicKey =
        HEX.parseHex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
    byte[] enc = HEX.parseHex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
    byte[] info = HEX.parseHex("4f6465206f6e2061204772656369616e2055726e");
    byte[] aad = HEX.parseHex("436f756e742d30");
    byte[] ciphertext =
        HEX.parseHex(
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");
    var hpke = Suite.hpke();
    byte[] plaintext =
        hpke.setupBaseR(enc, hpke.deserializePrivateKey(secret, publicKey), info)
            .open(aad, ciphertext);
    assertThat(new String(plaintext, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("Beauty is truth, truth beauty");
  }

  /** FIPS 180-4, the one-block example. */
  @Test
  void sha256HashesAbc() {
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'}).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
