package se.samsyn.agent.sealed.contribute;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.RowsRefused;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.manifest.EarlierAttempts;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.Contributor;
import se.samsyn.agent.sealed.role.AttemptEnded;
import se.samsyn.agent.sealed.role.Patience;
import se.samsyn.agent.sealed.role.Relay;
import se.samsyn.agent.sealed.role.Waiting;
import se.samsyn.agent.sealed.state.Peers;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.agent.send.OneContribution;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.tabulate.RawTable;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ManifestCheck;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedRefusal;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/**
 * Contributes this agency's table to a sealed collection, once: what leaves is frozen and in the
 * ledger first, and a crash at any step is made good by the next run, which sends the same bytes.
 */
public final class Contributing {
  private final SealedFolder folder;
  private final Trust trust;
  private final SigningKey key;
  private final ManifestStore manifests;
  private final Ledger ledger;
  private final Clock clock;
  private final Steps steps;
  private final SecureRandom random = new SecureRandom();

  public Contributing(
      SealedFolder folder,
      Trust trust,
      SigningKey key,
      ManifestStore manifests,
      Ledger ledger,
      Clock clock,
      Steps steps) {
    this.folder = folder;
    this.trust = trust;
    this.key = key;
    this.manifests = manifests;
    this.ledger = ledger;
    this.clock = clock;
    this.steps = steps;
  }

  /** Makes the raw table, if none is frozen yet. */
  @FunctionalInterface
  public interface Records {
    RawTable tabulate() throws InvalidConfiguration, UnreadableSource, RowsRefused, IOException;
  }

  /** What became of a contribution. */
  public enum Outcome {
    CONTRIBUTED,
    /** It was contributed before; nothing was sent. */
    ALREADY_CONTRIBUTED
  }

  /**
   * Whether this agency takes part, by its own rules, whatever the coordinator has signed.
   *
   * @param floor the agency's own minimum frequency, if it has one
   * @throws ManifestRefused when the manifest breaks a rule that the protection rests on
   * @throws NotDone when these records have left before, another agency is not who it was, or an
   *     earlier attempt may have been opened
   */
  public void require(StoredManifest manifest, OptionalInt floor)
      throws ManifestRefused, NotDone, IOException {
    Set<SealedRefusal> reasons = ManifestCheck.refusals(manifest.manifest(), floor.orElse(0));
    if (!reasons.isEmpty()) {
      throw new ManifestRefused(reasons);
    }
    SealedManifest sealed = SealedManifest.of(manifest.manifest());
    if (sealed.agency(trust.agency()).isEmpty()) {
      throw new NotDone("sealed.not-asked", manifest.manifest().collection());
    }
    Optional<Set<AgencyId>> tested = EarlierAttempts.require(manifest, manifests.all());
    if (tested.isPresent() && !tested.get().contains(trust.agency())) {
      throw new NotDone("sealed.attempt-without", manifest.manifest().collection());
    }
    List<LedgerEntry> attempts = new OneContribution(manifests, ledger).requireSealed(manifest);
    for (LedgerEntry attempt : attempts) {
      if (manifests.find(attempt.manifest()).isEmpty()) {
        throw new NotDone(
            "send.collection-missing", manifest.manifest().collection(), attempt.manifest());
      }
    }
    new Peers(folder).require(manifest.manifest());
  }

  /**
   * Contributes, or goes on with a contribution that was begun.
   *
   * @throws NotDone when the relay refuses, or is not reached: the next run goes on
   */
  public Outcome contribute(
      StoredManifest manifest, OptionalInt floor, Records records, Relay relay)
      throws ManifestRefused,
          NotDone,
          InvalidConfiguration,
          UnreadableSource,
          RowsRefused,
          IOException {
    require(manifest, floor);
    SealedManifest sealed = SealedManifest.of(manifest.manifest());
    Optional<LedgerEntry> begun = entry(manifest);
    if (begun.filter(e -> e.kind() == LedgerEntry.Kind.SEALED).isPresent()) {
      return Outcome.ALREADY_CONTRIBUTED;
    }
    new Peers(folder).pin(manifest.manifest());
    FrozenTables frozen = frozen(sealed);
    FrozenTable table = table(manifest, sealed, frozen, records);
    Contributor contributor = new Contributor(sealed, trust.agency(), key, random);
    try {
      Contributor.Secrets secrets = frozen.secrets(sealed, contributor);
      long[] bytes = {secrets.toA().length + (long) secrets.toB().length};
      Contributor.Parts parts =
          contributor.contribute(secrets, table, (number, chunk) -> bytes[0] += chunk.length);
      LedgerEntry entry =
          begun.isPresent() ? begun.get() : log(manifest, frozen.name(), parts, bytes[0]);
      send(sealed, contributor, secrets, table, parts, relay);
      ledger.append(
          entry.then(
              ledger.nextNumber(),
              clock.instant().truncatedTo(ChronoUnit.SECONDS),
              LedgerEntry.Kind.SEALED));
      steps.reached(Step.SEALED_LOGGED);
      return Outcome.CONTRIBUTED;
    } catch (Refused e) {
      throw new IllegalStateException("an agency's own parts are always its own", e);
    }
  }

  /** Whether a frozen table of this collection is on the disk. */
  public boolean isFrozen(StoredManifest manifest) throws IOException {
    return frozen(SealedManifest.of(manifest.manifest())).find().isPresent();
  }

  /** Erases what was frozen for a collection, once it is over for good. */
  public void eraseIfOver(StoredManifest manifest, SealedOutcome.State state) throws IOException {
    if (state == SealedOutcome.State.OPENED || state == SealedOutcome.State.VOID) {
      frozen(SealedManifest.of(manifest.manifest())).erase();
    }
  }

  private FrozenTables frozen(SealedManifest sealed) {
    return new FrozenTables(folder, sealed, key, random, steps);
  }

  /** The latest word of the ledger on this agency's contribution to an attempt. */
  public Optional<LedgerEntry> entry(StoredManifest manifest) {
    return ledger.deliveries().stream()
        .filter(e -> e.kind().isSealed() && e.manifest().equals(manifest.hash()))
        .findFirst();
  }

  /** The table that is contributed: as it was frozen before, else frozen now. */
  private FrozenTable table(
      StoredManifest manifest, SealedManifest sealed, FrozenTables frozen, Records records)
      throws NotDone, InvalidConfiguration, UnreadableSource, RowsRefused, IOException {
    Optional<FrozenTable> kept = frozen.find();
    if (kept.isPresent()) {
      return kept.get();
    }
    boolean contributedBefore =
        !new OneContribution(manifests, ledger).requireSealed(manifest).isEmpty();
    if (contributedBefore) {
      throw new NotDone("sealed.frozen-missing", manifest.manifest().collection());
    }
    FrozenTable table =
        FrozenTable.of(sealed, manifest.manifest().sealed().orElseThrow(), records.tabulate());
    frozen.freeze(table);
    return table;
  }

  private LedgerEntry log(
      StoredManifest manifest, Sha256 table, Contributor.Parts parts, long bytes)
      throws IOException {
    LedgerEntry entry =
        new LedgerEntry(
            ledger.nextNumber(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            LedgerEntry.Kind.SEALING,
            SubmissionId.fresh(random),
            manifest.manifest().collection(),
            manifest.hash(),
            manifest.manifest().definitions().get(0).ref(),
            manifest.manifest().period(),
            table,
            parts.signed().hash(),
            bytes);
    ledger.append(entry);
    steps.reached(Step.SEALING_LOGGED);
    return entry;
  }

  /** The word for the parts comes last: when it is there, all of them are. */
  private void send(
      SealedManifest sealed,
      Contributor contributor,
      Contributor.Secrets secrets,
      FrozenTable table,
      Contributor.Parts parts,
      Relay relay)
      throws Refused, NotDone {
    AgencyId me = trust.agency();
    AgencyId a = sealed.roles().a().agency();
    AgencyId b = sealed.roles().b().agency();
    put(relay, Address.of(SealedStep.SEED, me, a, 0), parts.toA());
    put(relay, Address.of(SealedStep.KEY, me, b, 0), parts.toB());
    Bundles bundles =
        new Bundles(
            (number, bundle) -> put(relay, Address.of(SealedStep.COLUMNS, me, b, number), bundle));
    contributor.contribute(secrets, table, bundles);
    bundles.end();
    put(relay, Address.toRoles(SealedStep.CONTRIBUTION, me), Codecs.SIGNED.write(parts.signed()));
  }

  private void put(Relay relay, Address address, byte[] message) throws NotDone {
    Patience patience = Patience.whatIsThere();
    try {
      for (int tries = 1; !relay.put(address, message); tries++) {
        patience.pause(address, tries);
      }
    } catch (AttemptEnded e) {
      throw new NotDone("sealed.attempt-ended");
    } catch (Waiting e) {
      throw new NotDone("sealed.not-reached");
    }
    steps.reached(Step.PART_SENT);
  }
}
