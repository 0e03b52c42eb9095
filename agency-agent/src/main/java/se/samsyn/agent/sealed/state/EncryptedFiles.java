package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.samsyn.agent.sealed.Derivation;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.envelope.SigningKey;

/**
 * A folder of secrets, encrypted on the disk until they are erased: AES-256-GCM (NIST SP 800-38D)
 * under a random key of the folder, which lies there encrypted under a key derived from the
 * agency's own. Erasing overwrites that key first, so that what a disk may keep of the files is
 * worthless.
 */
public final class EncryptedFiles {
  private static final String KEY = "folder.key";
  private static final String ENDING = ".enc";
  private static final int NONCE = 12;
  private static final int TAG = 128;

  private final Path folder;
  private final byte[] key;
  private final SecureRandom random;

  private EncryptedFiles(Path folder, byte[] key, SecureRandom random) {
    this.folder = folder;
    this.key = key;
    this.random = random;
  }

  /**
   * Opens the folder, made now if it is not there.
   *
   * @throws IOException when it is damaged, or another agency's
   */
  public static EncryptedFiles open(Path folder, SigningKey owner, SecureRandom random)
      throws IOException {
    byte[] wrapping = Derivation.key(owner.exposeSecret(), "local");
    Path file = folder.resolve(KEY);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      byte[] fresh = new byte[Derivation.KEY];
      random.nextBytes(fresh);
      DurableFiles.write(file, encrypt(wrapping, KEY, fresh, random));
    }
    return new EncryptedFiles(folder, decrypt(wrapping, KEY, file), random);
  }

  /** Whether there is such a folder with its key. */
  public static boolean exist(Path folder) {
    return Files.exists(folder.resolve(KEY));
  }

  /** Replaces what was there. */
  public void write(String name, byte[] content) throws IOException {
    DurableFiles.write(file(name), encrypt(key, name, content, random));
  }

  /**
   * @throws IOException when the file is there and is not what was written
   */
  public Optional<byte[]> read(String name) throws IOException {
    return Files.exists(file(name))
        ? Optional.of(decrypt(key, name, file(name)))
        : Optional.empty();
  }

  /** Makes all of the folder unreadable for ever, then takes it away. */
  public static void erase(Path folder) throws IOException {
    Path file = folder.resolve(KEY);
    if (Files.exists(file)) {
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rws")) {
        out.write(new byte[(int) out.length()]);
      }
      Files.delete(file);
    }
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(folder)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private static byte[] encrypt(byte[] key, String name, byte[] content, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, name, nonce).doFinal(content);
      return ByteBuffer.allocate(NONCE + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM could not encrypt", e);
    }
  }

  private static byte[] decrypt(byte[] key, String name, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      byte[] nonce = new byte[NONCE];
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (bytes.length < NONCE) {
        throw new IOException(file + " is damaged");
      }
      in.get(nonce);
      return cipher(Cipher.DECRYPT_MODE, key, name, nonce)
          .doFinal(bytes, NONCE, bytes.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " is damaged, or not this agency's");
    }
  }

  private static Cipher cipher(int mode, byte[] key, String name, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
