package se.samsyn.agent.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;

/** The manifests that this agent has got, each verified with the pinned key whenever it is read. */
public final class ManifestStore {
  private final StateFolder state;
  private final Trust trust;

  public ManifestStore(StateFolder state, Trust trust) {
    this.state = state;
    this.trust = trust;
  }

  /** All of them, newest version first within a collection. */
  public List<StoredManifest> all() throws IOException, NotDone {
    List<StoredManifest> all = new ArrayList<>();
    if (Files.isDirectory(state.manifests())) {
      try (Stream<Path> files = Files.list(state.manifests())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          try {
            all.add(verified(Codecs.SIGNED.read(Files.readAllBytes(file))));
          } catch (InvalidMessage | MalformedDocument e) {
            throw new NotDone("manifest.stored-damaged", file.getFileName());
          }
        }
      }
    }
    all.sort(
        Comparator.comparing((StoredManifest m) -> m.manifest().collection())
            .thenComparing(m -> -m.manifest().version()));
    return all;
  }

  /** The latest manifest of an open collection that asks for this definition in this period. */
  public Optional<StoredManifest> asking(DefinitionId definition, Period period)
      throws IOException, NotDone {
    return all().stream()
        .filter(m -> m.manifest().sealed().isEmpty())
        .filter(m -> m.manifest().period().equals(period))
        .filter(m -> m.manifest().definitions().stream().anyMatch(d -> d.id().equals(definition)))
        .max(Comparator.comparingInt(m -> m.manifest().version()));
  }

  /**
   * The latest manifest of an open collection that asks for exactly the definition with this hash
   * in this period.
   */
  public Optional<StoredManifest> asking(Sha256 definition, Period period)
      throws IOException, NotDone {
    return all().stream()
        .filter(m -> m.manifest().sealed().isEmpty())
        .filter(m -> m.manifest().period().equals(period))
        .filter(m -> find(m, definition).isPresent())
        .max(Comparator.comparingInt(m -> m.manifest().version()));
  }

  public Optional<StoredManifest> find(Sha256 hash) throws IOException, NotDone {
    return all().stream().filter(m -> m.hash().equals(hash)).findFirst();
  }

  static Optional<Definition> find(StoredManifest manifest, Sha256 definition) {
    return manifest.manifest().definitions().stream()
        .filter(d -> Codecs.DEFINITION.hash(d).equals(definition))
        .findFirst();
  }

  void store(Signed signed) throws IOException {
    DurableFiles.write(
        state.manifests().resolve(signed.hash() + ".json"), Codecs.SIGNED.write(signed));
  }

  /** Verifies first, parses after. */
  StoredManifest verified(Signed signed) throws InvalidMessage, MalformedDocument {
    byte[] payload = signed.open(trust.coordinator(), Label.MANIFEST);
    return new StoredManifest(signed.hash(), Codecs.MANIFEST.read(payload));
  }
}
