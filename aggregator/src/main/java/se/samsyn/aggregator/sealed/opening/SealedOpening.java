package se.samsyn.aggregator.sealed.opening;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.aggregator.sealed.SealedIssuing;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.ManifestCheck;
import se.samsyn.schemas.sealed.SealedMagnitude;
import se.samsyn.schemas.sealed.SealedRefusal;

/** Opens sealed collections, and further attempts at one that ended before anything was opened. */
@Singleton
public class SealedOpening {
  private static final Duration USUAL_TIME = Duration.ofDays(30);

  private final Collections collections;
  private final Agencies agencies;
  private final RoleChoice roles;
  private final EarlierAttempts earlier;
  private final SealedIssuing issuing;
  private final Keys keys;
  private final Clock clock;

  SealedOpening(
      Collections collections,
      Agencies agencies,
      RoleChoice roles,
      EarlierAttempts earlier,
      SealedIssuing issuing,
      Keys keys,
      Clock clock) {
    this.collections = collections;
    this.agencies = agencies;
    this.roles = roles;
    this.earlier = earlier;
    this.issuing = issuing;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Opens a sealed collection, or makes its next attempt: that keeps the definition, the period and
   * at least as strict a rule, and asks those again whose numbers have been tested.
   *
   * @param actor who decides
   * @throws ActionRefused when an agency would refuse it, or it cannot be; nothing is stored
   */
  public StoredCollection open(SealedRequest request, Catalogue catalogue, String actor)
      throws ActionRefused {
    return issuing.issue(draft(request, catalogue), actor);
  }

  /**
   * The manifest that {@link #open} would sign now; nothing is stored and no key is used.
   *
   * @throws ActionRefused as {@link #open}, but for the same records in another collection
   */
  public CollectionManifest draft(SealedRequest request, Catalogue catalogue) throws ActionRefused {
    if (!request.everyCombination()) {
      throw new ActionRefused(Why.COMBINATIONS_NOT_DECLARED);
    }
    if (request.plan().definitions().size() != 1) {
      throw new ActionRefused(Why.ONE_DEFINITION_ONLY, request.plan().id());
    }
    List<StoredCollection> versions = collections.versions(request.plan().id());
    CollectionManifest manifest =
        versions.isEmpty() ? first(request, catalogue) : next(request, versions);
    Set<SealedRefusal> refusals = ManifestCheck.refusals(manifest, ProtectionPolicy.FLOOR);
    if (!refusals.isEmpty()) {
      throw new ActionRefused(Why.SEALED_RULES, refusals.toArray());
    }
    return manifest;
  }

  /**
   * The sealed form alone, which needs no agency and no role.
   *
   * @throws ActionRefused when the definition has none
   */
  public static Definition form(SealedRequest request, Catalogue catalogue) throws ActionRefused {
    DefinitionId id = request.plan().definitions().get(0);
    return SealedForm.of(
        catalogue.definition(id).orElseThrow(() -> new ActionRefused(Why.DEFINITION_UNKNOWN, id)),
        request,
        catalogue);
  }

  /**
   * The municipalities that can be units of the definition's sealed form; empty: there are none.
   */
  public static Optional<Dimension> units(Definition definition, Catalogue catalogue) {
    return SealedForm.units(definition, SealedForm.MUNICIPALITY, catalogue);
  }

  private CollectionManifest first(SealedRequest request, Catalogue catalogue)
      throws ActionRefused {
    Definition definition = form(request, catalogue);
    InputTable table = catalogue.table(definition.table()).orElseThrow();
    AuthorityId aggregator = aggregator(request);
    Optional<DimensionId> units =
        request
            .units()
            .filter(u -> definition.dimensions().stream().anyMatch(d -> d.id().equals(u)));
    int m0 = definition.protection().dominance().map(SealedMagnitude::fewest).orElse(1);
    List<Participant> contributors = contributors(request);
    return manifest(
        request,
        1,
        definition,
        table,
        contributors,
        roles.choose(request, aggregator),
        new Terms(
            request.k().orElse(definition.protection().minimumFrequency()),
            request.t().orElse(mostOfOneAuthority(contributors)),
            units,
            definition.dimensions().stream()
                .map(Dimension::id)
                .filter(d -> units.filter(d::equals).isEmpty())
                .map(SealedTerms.Attribute::fromTheWhole)
                .toList(),
            definition.collected().stream()
                .filter(Measure.Sum.class::isInstance)
                .map(sum -> new SealedTerms.Magnitude(sum.id(), m0))
                .toList(),
            coverage(request, definition, units),
            aggregator,
            List.of()));
  }

  private CollectionManifest next(SealedRequest request, List<StoredCollection> versions)
      throws ActionRefused {
    StoredCollection before = versions.get(versions.size() - 1);
    SealedTerms terms =
        before
            .manifest()
            .sealed()
            .orElseThrow(() -> new ActionRefused(Why.COLLECTED_OPEN, before.name()));
    List<SealedTerms.Unopened> words = earlier.words(versions);
    if (!before.manifest().period().equals(request.plan().period())) {
      throw new ActionRefused(Why.ATTEMPT_DIFFERS, before.name(), "--period");
    }
    if (request.k().orElse(terms.k()) < terms.k()) {
      throw new ActionRefused(Why.ATTEMPT_DIFFERS, before.name(), "--k");
    }
    if (request.t().orElse(terms.t()) < terms.t()) {
      throw new ActionRefused(Why.ATTEMPT_DIFFERS, before.name(), "--t");
    }
    Set<AgencyId> tested = earlier.tested(versions);
    if (!request.plan().participants().containsAll(tested)) {
      tested.removeAll(Set.copyOf(request.plan().participants()));
      throw new ActionRefused(Why.TESTED_AGENCY_LEFT_OUT, names(tested));
    }
    Definition definition = before.manifest().definitions().get(0);
    List<Participant> contributors = contributors(request);
    AuthorityId aggregator = request.aggregator().orElse(terms.aggregator());
    return manifest(
        request,
        before.manifest().version() + 1,
        definition,
        before.manifest().tables().get(0),
        contributors,
        roles.choose(request, aggregator),
        new Terms(
            request.k().orElse(terms.k()),
            request.t().orElse(Math.max(terms.t(), mostOfOneAuthority(contributors))),
            terms.units(),
            terms.attributes(),
            terms.magnitudes(),
            coverage(request, definition, terms.units()),
            aggregator,
            words));
  }

  /** What the rules say, without the roles. */
  private record Terms(
      int k,
      int t,
      Optional<DimensionId> units,
      List<SealedTerms.Attribute> attributes,
      List<SealedTerms.Magnitude> magnitudes,
      List<SealedTerms.Covered> coverage,
      AuthorityId aggregator,
      List<SealedTerms.Unopened> earlier) {}

  private CollectionManifest manifest(
      SealedRequest request,
      int version,
      Definition definition,
      InputTable table,
      List<Participant> contributors,
      List<RoleChoice.Chosen> chosen,
      Terms terms)
      throws ActionRefused {
    // Who has a role but no records takes part, too.
    Map<AgencyId, Participant> participants = new LinkedHashMap<>();
    contributors.forEach(p -> participants.put(p.agency(), p));
    chosen.forEach(c -> participants.putIfAbsent(c.agency().agency(), c.agency()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      return new CollectionManifest(
          request.plan().id(),
          version,
          request.plan().constellation(),
          request.plan().period(),
          List.of(definition),
          List.of(table),
          List.copyOf(participants.values()),
          keys.decryption().encryptionKey(),
          now,
          request.plan().deadline().orElse(now.plus(USUAL_TIME)),
          Optional.empty(),
          Optional.of(
              new SealedTerms(
                  terms.k(),
                  terms.t(),
                  terms.units(),
                  terms.attributes(),
                  terms.magnitudes(),
                  request.everyCombination(),
                  terms.coverage(),
                  chosen.stream().map(RoleChoice.Chosen::key).toList(),
                  terms.aggregator(),
                  terms.earlier())));
    } catch (IllegalArgumentException e) {
      throw new ActionRefused(Why.MANIFEST_NOT_POSSIBLE, e.getMessage());
    }
  }

  private List<Participant> contributors(SealedRequest request) throws ActionRefused {
    List<Participant> contributors = new ArrayList<>();
    for (AgencyId id : request.plan().participants()) {
      contributors.add(
          agencies.enrolled(id).orElseThrow(() -> new ActionRefused(Why.AGENCY_UNKNOWN, id)));
    }
    Set<AgencyId> strangers = new HashSet<>(request.covers().keySet());
    request.plan().participants().forEach(strangers::remove);
    if (!strangers.isEmpty()) {
      throw new ActionRefused(Why.AGENCY_NOT_PARTICIPANT, names(strangers));
    }
    return contributors;
  }

  private static List<SealedTerms.Covered> coverage(
      SealedRequest request, Definition definition, Optional<DimensionId> units) {
    List<String> leaves =
        units
            .flatMap(
                u -> definition.dimensions().stream().filter(d -> d.id().equals(u)).findFirst())
            .map(d -> d.leaves().stream().map(Code::code).sorted().toList())
            .orElse(List.of(Code.TOTAL));
    return request.plan().participants().stream()
        .sorted()
        .map(
            agency ->
                new SealedTerms.Covered(
                    agency,
                    units
                        .map(u -> request.covers().get(agency))
                        .map(codes -> codes.stream().sorted().toList())
                        .orElse(leaves)))
        .toList();
  }

  private static int mostOfOneAuthority(List<Participant> contributors) {
    return contributors.stream()
        .collect(Collectors.groupingBy(Participant::authority, Collectors.counting()))
        .values()
        .stream()
        .mapToInt(Long::intValue)
        .max()
        .orElse(1);
  }

  /** Who runs the service, as the newest sealed collection says; empty before the first one. */
  public Optional<AuthorityId> aggregator() {
    return collections.all().stream()
        .flatMap(c -> c.manifest().sealed().stream())
        .map(SealedTerms::aggregator)
        .reduce((older, newer) -> newer);
  }

  /** Who is named now, or was in the sealed collection before. */
  private AuthorityId aggregator(SealedRequest request) throws ActionRefused {
    return request
        .aggregator()
        .or(this::aggregator)
        .orElseThrow(() -> new ActionRefused(Why.AGGREGATOR_NOT_NAMED));
  }

  private static String names(Set<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).sorted().collect(Collectors.joining(", "));
  }
}
