package se.samsyn.schemas.sealed;

import java.util.List;
import se.samsyn.schemas.message.AgencyId;

/**
 * Which messages an attempt can have: who may send what to whom, how many, and how large. The relay
 * takes nothing else, so what it stores is bounded by the manifest.
 */
public final class Routes {
  /** Chunks of an agency's columns that travel together. */
  public static final int BUNDLE = 32;

  /** More than any signed word of a role or agency, in JSON. */
  private static final long SIGNED = 1 << 20;

  /** What an encrypted message has besides its content, at most. */
  private static final int OVERHEAD = 64;

  private static final int TAG = 32;

  private final SealedManifest manifest;
  private final Layout layout;
  private final List<AgencyId> roles;
  private final long groups;

  public Routes(SealedManifest manifest) {
    this.manifest = manifest;
    this.layout = Layout.of(manifest);
    this.roles = manifest.roles().agencies();
    this.groups = (long) layout.nodes() * (1 + manifest.magnitudes().size());
  }

  /** Whether there is such a message. */
  public boolean has(Address address) {
    return has(address.step(), address.from(), address.to())
        && address.number() < numbers(address.step());
  }

  /** Whether the agency may read it. */
  public boolean mayRead(Address address, AgencyId reader) {
    return address.to().equals(Address.ROLES)
        ? roles.contains(reader)
        : address.to().equals(reader.value());
  }

  /** How many bytes it has at most. */
  public long largest(Address address) {
    long width = layout.modulus().width();
    return switch (address.step()) {
      case SEED, KEY, HALF -> 4 * 1024;
      case COLUMNS -> BUNDLE * (long) (layout.partBytes(0) + OVERHEAD);
      case RANGE ->
          OVERHEAD
              + width
                  * layout.nodesIn(0)
                  * manifest.roster().size()
                  * layout.narrowValues().stream().mapToInt(v -> v.length).sum();
      case TEST ->
          OVERHEAD
              + width
                  * layout.nodesIn(0)
                  * layout.tests().stream().mapToInt(t -> t.lists().positions()).sum();
      case TAGS, BITS, SHOWN -> OVERHEAD + groups * (2 * TAG + Layout.CHUNK / 8);
      case SETTLED -> OVERHEAD + groups;
      case SHARES -> SIGNED + 2 * groups * Long.BYTES;
      case CONTRIBUTION, SET, VERDICT, WORD, UNOPENED -> SIGNED;
    };
  }

  private boolean has(SealedStep step, AgencyId from, String to) {
    Roles parties = manifest.roles();
    String a = parties.a().agency().value();
    String b = parties.b().agency().value();
    boolean isA = from.value().equals(a);
    boolean isB = from.value().equals(b);
    boolean isCombiner = isCombiner(from.value());
    return switch (step) {
      case HALF -> roles.contains(from) && isRole(to) && !to.equals(from.value());
      case CONTRIBUTION -> manifest.agency(from).isPresent() && to.equals(Address.ROLES);
      case SEED -> manifest.agency(from).isPresent() && to.equals(a);
      case KEY, COLUMNS -> manifest.agency(from).isPresent() && to.equals(b);
      case SET -> (isA || isB) && to.equals(Address.ROLES);
      case RANGE -> (isA || isB) && to.equals(parties.combiners().get(0).agency().value());
      case VERDICT -> from.equals(parties.combiners().get(0).agency()) && to.equals(Address.ROLES);
      case TEST -> (isA || isB) && isCombiner(to);
      case TAGS -> (isA || isCombiner) && to.equals(b);
      case BITS -> isB && (to.equals(a) || isCombiner(to));
      case SHOWN -> isCombiner && to.equals(b);
      case SETTLED -> isB && to.equals(Address.ROLES);
      case WORD, UNOPENED -> roles.contains(from) && to.equals(Address.ROLES);
      case SHARES -> (isA || isB) && to.equals(Address.AGGREGATOR);
    };
  }

  private long numbers(SealedStep step) {
    return switch (step) {
      case COLUMNS -> bundles();
      case RANGE, TEST -> layout.chunks();
      // No level without a group.
      case TAGS, BITS, SHOWN -> 2 * groups;
      default -> 1;
    };
  }

  /** Bundles of an agency's columns. */
  public int bundles() {
    return (layout.chunks() + BUNDLE - 1) / BUNDLE;
  }

  private boolean isRole(String agency) {
    return roles.stream().anyMatch(r -> r.value().equals(agency));
  }

  private boolean isCombiner(String agency) {
    return manifest.roles().combiners().stream().anyMatch(c -> c.agency().value().equals(agency));
  }
}
