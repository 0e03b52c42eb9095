package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.Chunks;
import se.samsyn.agent.sealed.RoleKeys;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.schemas.sealed.WireReader;
import se.samsyn.sealed.Refused;

/**
 * What a role keeps of one attempt, so that it goes on after kill -9 where it was: its secrets
 * (encrypted), whose contributions it adds, how far it has come where that cannot be told from the
 * messages, and the hash of each message. All else is made again from the messages, which the relay
 * keeps and this role's journal vouches for.
 */
public final class Attempt {
  private static final String HALVES = "halves";
  private static final String CONTRIBUTORS = "contributors";
  private static final String UNOPENED = "unopened.json";
  private static final String OVER = "over";
  private static final int MOST = 10_000;

  private final SealedManifest manifest;
  private final AgencyId me;
  private final SigningKey signing;
  private final Path folder;
  private final Path secrets;
  private final SecureRandom random;
  private final Steps steps;
  private final Journal journal;

  private Attempt(
      SealedManifest manifest,
      AgencyId me,
      SigningKey signing,
      Path folder,
      SecureRandom random,
      Steps steps)
      throws IOException {
    this.manifest = manifest;
    this.me = me;
    this.signing = signing;
    this.folder = folder;
    this.secrets = secrets(folder);
    this.random = random;
    this.steps = steps;
    this.journal = Journal.open(folder.resolve("journal"));
  }

  /**
   * The attempt in which this agency has a role.
   *
   * @return empty when the manifest names a key that is not this agency's to use: it was never
   *     offered, or another manifest has used it
   */
  public static Optional<Attempt> open(
      SealedFolder sealed,
      SealedManifest manifest,
      AgencyId me,
      SigningKey signing,
      SecureRandom random,
      Steps steps)
      throws IOException {
    Path folder = sealed.attempt(manifest.hash());
    if (!Files.isDirectory(folder)) {
      RoleOffer offer = new RoleOffer(sealed, signing, random);
      // A claim that was not completed before a crash is taken up here: the folder comes last.
      Path half = folder.resolveSibling("." + folder.getFileName());
      if (!EncryptedFiles.exist(secrets(half))
          && !offer.claim(manifest.roles().of(me).encryptionKey(), secrets(half))) {
        return Optional.empty();
      }
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.syncFolder(folder.getParent());
      steps.reached(Step.ROLE_CLAIMED);
    }
    return Optional.of(new Attempt(manifest, me, signing, folder, random, steps));
  }

  private static Path secrets(Path folder) {
    return folder.resolve("secrets");
  }

  public AgencyId me() {
    return me;
  }

  public SealedManifest manifest() {
    return manifest;
  }

  /** This role's keys; the halves that it gives are made once and kept. */
  public RoleKeys keys() throws IOException {
    EncryptedFiles files = files();
    Optional<byte[]> kept = files.read(HALVES);
    if (kept.isPresent()) {
      return new RoleKeys(manifest, me, signing, RoleOffer.read(files), halves(kept.get()));
    }
    RoleKeys keys = new RoleKeys(manifest, me, signing, RoleOffer.read(files), random);
    Wire wire = new Wire().number(keys.halves().size());
    keys.halves()
        .forEach(
            (peer, half) ->
                wire.text(peer.value())
                    .block(half.secret())
                    .block(half.message().payload())
                    .block(half.message().signature()));
    files.write(HALVES, wire.bytes());
    steps.reached(Step.ROLE_NOTED);
    return keys;
  }

  private static Map<AgencyId, RoleKeys.Half> halves(byte[] bytes) throws IOException {
    try {
      WireReader in = new WireReader(bytes);
      Map<AgencyId, RoleKeys.Half> halves = new HashMap<>();
      for (int i = in.number(MOST); i > 0; i--) {
        halves.put(
            new AgencyId(in.text()),
            new RoleKeys.Half(in.block(), new Signed(in.block(), in.block())));
      }
      in.end();
      return halves;
    } catch (InvalidMessage e) {
      throw new IOException("the halves of a role's secrets are damaged");
    }
  }

  /** Notes a message before it is acted on or sent. */
  public void note(Address address, byte[] message) throws Refused, IOException {
    journal.note(address, message);
  }

  /** Whose contributions this role adds, once it has decided. */
  public Optional<Set<AgencyId>> contributors() throws IOException {
    Path file = folder.resolve(CONTRIBUTORS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Set<AgencyId> agencies = new TreeSet<>();
    Files.readString(file).lines().forEach(line -> agencies.add(new AgencyId(line)));
    return Optional.of(agencies);
  }

  /** Decides, for this attempt for ever. */
  public void decide(Set<AgencyId> agencies) throws IOException {
    String text = String.join("\n", agencies.stream().map(AgencyId::value).sorted().toList());
    DurableFiles.write(folder.resolve(CONTRIBUTORS), text.getBytes(StandardCharsets.UTF_8));
    steps.reached(Step.ROLE_NOTED);
  }

  /** What cannot be taken back once it has begun. */
  public enum Point {
    /** A test of sums: another attempt must add the same agencies. */
    TESTS,
    /** Shares of totals are given: this role can never say that nothing was opened. */
    SHARES
  }

  /** Notes that it begins now. */
  public void passes(Point point) throws IOException {
    if (!hasPassed(point)) {
      DurableFiles.write(file(point), new byte[0]);
      steps.reached(Step.ROLE_NOTED);
    }
  }

  public boolean hasPassed(Point point) {
    return Files.exists(file(point));
  }

  private Path file(Point point) {
    return folder.resolve("passed-" + point.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Keeps an agency's columns as they came, still encrypted, to be read again at each step.
   *
   * @param bundles all of them, in order
   */
  public void keepColumns(AgencyId agency, List<byte[]> bundles) throws IOException {
    Path file = columnsFile(agency);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try (var out = Files.newOutputStream(part)) {
      for (byte[] bundle : bundles) {
        out.write(bundle);
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** An agency's kept columns. */
  public Chunks columns(AgencyId agency, IntUnaryOperator lengths) {
    return new StoredColumns(columnsFile(agency), lengths);
  }

  private Path columnsFile(AgencyId agency) {
    return folder.resolve("columns").resolve(agency.value());
  }

  /**
   * Ends the attempt: the word is kept first, then everything secret is erased. A word that was
   * kept before stays.
   */
  public Signed endUnopened(Signed word) throws IOException {
    Optional<Signed> before = unopened();
    if (before.isEmpty()) {
      DurableFiles.write(folder.resolve(UNOPENED), Codecs.SIGNED.write(word));
      steps.reached(Step.ROLE_ENDED);
    }
    erase();
    return before.orElse(word);
  }

  /** This role's word that it has ended, if it has. */
  public Optional<Signed> unopened() throws IOException {
    Path file = folder.resolve(UNOPENED);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Codecs.SIGNED.read(Files.readAllBytes(file)));
    } catch (MalformedDocument e) {
      throw new IOException(file + " is damaged");
    }
  }

  /** The attempt needs nothing more of this role: that is noted first, then its secrets erased. */
  public void close() throws IOException {
    if (!isOver()) {
      DurableFiles.write(folder.resolve(OVER), new byte[0]);
      steps.reached(Step.ROLE_ENDED);
    }
    erase();
  }

  /** Whether this role has nothing left to do. */
  public boolean isOver() {
    return Files.exists(folder.resolve(OVER));
  }

  /** Whether this agency has a role in the attempt that it has begun. */
  public static boolean isBegun(SealedFolder sealed, SealedManifest manifest) {
    return Files.isDirectory(sealed.attempt(manifest.hash()));
  }

  /** Whether this agency's role in the attempt is over. */
  public static boolean isOver(SealedFolder sealed, SealedManifest manifest) {
    return Files.exists(sealed.attempt(manifest.hash()).resolve(OVER));
  }

  /** Nothing of the attempt's secrets can be read after this. */
  private void erase() throws IOException {
    EncryptedFiles.erase(secrets);
    List<Path> kept = new ArrayList<>();
    Path columns = folder.resolve("columns");
    if (Files.isDirectory(columns)) {
      try (var files = Files.list(columns)) {
        files.forEach(kept::add);
      }
    }
    for (Path file : kept) {
      Files.delete(file);
    }
    steps.reached(Step.ROLE_ERASED);
  }

  private EncryptedFiles files() throws IOException {
    if (!EncryptedFiles.exist(secrets)) {
      throw new IOException("the role's secrets are erased");
    }
    return EncryptedFiles.open(secrets, signing, random);
  }
}
