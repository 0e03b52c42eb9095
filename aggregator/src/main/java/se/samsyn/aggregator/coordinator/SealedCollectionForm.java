package se.samsyn.aggregator.coordinator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.sealed.opening.RoleCandidates.Candidate;
import se.samsyn.aggregator.sealed.opening.SealedRequest;
import se.samsyn.aggregator.sealed.opening.SealedRequest.RoleName;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;

/**
 * The form for a sealed collection of one definition: what can be chosen, and what the choice
 * amounts to. What is left empty is chosen by the rules of sealed collections.
 *
 * @param definition whose sealed form is gathered
 * @param units the municipalities that can be its units; empty: it can have none
 * @param agencies those that have enrolled
 * @param candidates who can have a role, and who cannot
 * @param aggregator who runs the service, as said before; empty: it has to be said
 */
public record SealedCollectionForm(
    Definition definition,
    Optional<Dimension> units,
    List<Agencies.Known> agencies,
    List<Candidate> candidates,
    Optional<AuthorityId> aggregator) {
  private static final int MOST = 1000;

  public SealedCollectionForm {
    agencies = List.copyOf(agencies);
    candidates = List.copyOf(candidates);
  }

  /** The fields of the roles, in the order of the manifest. */
  public static Map<RoleName, String> roleFields() {
    Map<RoleName, String> fields = new EnumMap<>(RoleName.class);
    fields.put(RoleName.A, "role-a");
    fields.put(RoleName.B, "role-b");
    fields.put(RoleName.C, "role-c");
    fields.put(RoleName.SECOND_C, "role-c2");
    return fields;
  }

  /** What children are divided by, besides where they live; each can be left out. */
  public List<Dimension> divisions() {
    return definition.dimensions().stream().filter(d -> !isUnits(d.id())).toList();
  }

  /** Those that can have a role, by id. */
  public Map<String, String> offered() {
    Map<String, String> offered = new LinkedHashMap<>();
    candidates.stream()
        .filter(c -> c.obstacle().isEmpty())
        .forEach(c -> offered.put(c.agency().value(), c.name()));
    return offered;
  }

  /** How the form is filled in before anybody has done so. */
  Map<String, String> suggested(Instant now) {
    Map<String, String> fields = new HashMap<>();
    fields.put("definition", definition.id().value());
    fields.put("deadline", CollectionFields.usualDeadline(now));
    units.ifPresent(u -> fields.put("units", u.id().value()));
    divisions().stream()
        .filter(d -> d.kind() == Dimension.Kind.MULTIPLE)
        .forEach(d -> fields.put("without-" + d.id(), "on"));
    return fields;
  }

  /** What was asked for; empty where {@code form} now says what is wrong. */
  Optional<SealedRequest> read(FilledForm form, Instant now) {
    Optional<CollectionId> id = form.read("id", CollectionId::new, "coordinator.form.id");
    Text constellation = CollectionFields.constellation(form);
    Optional<Period> period =
        form.read("period", Period::parse, "coordinator.collect.period.wrong");
    if (period.filter(p -> p.grain() != definition.period().grain()).isPresent()) {
      form.refuse("period", "coordinator.seal.period.grain");
    }
    Optional<LocalDate> deadline = CollectionFields.deadline(form, "deadline", now);
    List<AgencyId> participants = CollectionFields.participants(form, agencies);
    Optional<DimensionId> chosen =
        units.map(Dimension::id).filter(u -> form.value("units").equals(u.value()));
    Map<AgencyId, Set<String>> covers = chosen.isPresent() ? covers(form, participants) : Map.of();
    OptionalInt k = number(form, "k");
    OptionalInt t = number(form, "t");
    Optional<AuthorityId> runs = aggregator;
    if (runs.isEmpty()) {
      runs =
          form.value("aggregator").isEmpty()
              ? Optional.empty()
              : form.read("aggregator", AuthorityId::new, "coordinator.form.id");
    }
    if (!form.isGood()) {
      return Optional.empty();
    }
    CollectionPlan plan =
        new CollectionPlan(
            id.orElseThrow(),
            constellation,
            period.orElseThrow(),
            List.of(definition.id()),
            participants,
            deadline.map(CollectionPlan::endOf));
    return Optional.of(
        new SealedRequest(
            plan,
            k,
            t,
            chosen,
            covers,
            List.of(),
            without(form, chosen),
            roles(form),
            form.ticked("possible"),
            runs));
  }

  /** Municipalities that are not wanted as units are left out: they are no property of children. */
  private Set<DimensionId> without(FilledForm form, Optional<DimensionId> chosen) {
    Set<DimensionId> without = new HashSet<>();
    for (Dimension dimension : definition.dimensions()) {
      boolean isLeft =
          isUnits(dimension.id()) ? chosen.isEmpty() : form.ticked("without-" + dimension.id());
      if (isLeft) {
        without.add(dimension.id());
      }
    }
    return without;
  }

  private boolean isUnits(DimensionId dimension) {
    return units.map(Dimension::id).filter(dimension::equals).isPresent();
  }

  private Map<AgencyId, Set<String>> covers(FilledForm form, List<AgencyId> participants) {
    WrittenUnits written = new WrittenUnits(units.orElseThrow());
    Map<AgencyId, Set<String>> covers = new HashMap<>();
    for (AgencyId agency : participants) {
      String field = "covers-" + agency;
      if (!form.value(field).isEmpty()) {
        Set<String> unknown = new HashSet<>();
        covers.put(agency, written.codes(form.value(field), unknown));
        if (!unknown.isEmpty()) {
          form.refuse(
              field, "coordinator.refused.unit-unknown", String.join(", ", List.copyOf(unknown)));
        }
      }
    }
    return covers;
  }

  private static Map<RoleName, AgencyId> roles(FilledForm form) {
    Map<RoleName, AgencyId> roles = new EnumMap<>(RoleName.class);
    roleFields()
        .forEach(
            (role, field) -> {
              if (!form.value(field).isEmpty()) {
                form.read(field, AgencyId::new, "coordinator.form.id")
                    .ifPresent(agency -> roles.put(role, agency));
              }
            });
    return roles;
  }

  private static OptionalInt number(FilledForm form, String field) {
    if (form.value(field).isEmpty()) {
      return OptionalInt.empty();
    }
    return form.read(field, SealedCollectionForm::small, "coordinator.seal.number.wrong")
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static int small(String text) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("no number of persons or agencies");
    }
    return number;
  }
}
