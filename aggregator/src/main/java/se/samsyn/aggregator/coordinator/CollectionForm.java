package se.samsyn.aggregator.coordinator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.OwnFigures;

/**
 * The form for a collection: what can be chosen, and what the choice amounts to. The next version
 * of a closed collection keeps its definitions and its period, else no delivery would stand, and
 * what was agreed on own figures.
 */
public final class CollectionForm {
  private final List<Definition> definitions;
  private final List<Agencies.Known> agencies;
  private final Optional<CollectionManifest> before;

  /**
   * @param before the version that is to be followed by another; empty: a new collection
   */
  CollectionForm(
      Catalogue catalogue, List<Agencies.Known> agencies, Optional<CollectionManifest> before) {
    this.definitions = before.map(CollectionManifest::definitions).orElseGet(catalogue::newest);
    this.agencies = agencies.stream().filter(Agencies.Known::enrolled).toList();
    this.before = before;
  }

  /** Those that can be gathered: the newest version of each. */
  public List<Definition> definitions() {
    return definitions;
  }

  /** Those that have enrolled. */
  public List<Agencies.Known> agencies() {
    return agencies;
  }

  /** The collection that gets its next version. */
  public Optional<CollectionManifest> before() {
    return before;
  }

  /** How the form is filled in before anybody has done so. */
  Map<String, String> suggested(Instant now) {
    Map<String, String> fields = new HashMap<>();
    fields.put("deadline", CollectionFields.usualDeadline(now));
    before.ifPresent(
        manifest -> {
          fields.put("correct", manifest.collection().value());
          fields.put("name-sv", manifest.constellation().sv());
          fields.put("name-en", manifest.constellation().en());
          if (!manifest.showsOwnFigures()) {
            fields.put("own-figures", "on");
          }
          manifest.participants().forEach(p -> fields.put("agency-" + p.agency(), "on"));
        });
    return fields;
  }

  /** What was asked for; empty where {@code form} now says what is wrong. */
  Optional<CollectionPlan> read(FilledForm form, Instant now) {
    Optional<CollectionId> id =
        before
            .map(CollectionManifest::collection)
            .or(() -> form.read("id", CollectionId::new, "coordinator.form.id"));
    Text constellation = CollectionFields.constellation(form);
    Optional<Period> period =
        before
            .map(CollectionManifest::period)
            .or(() -> form.read("period", Period::parse, "coordinator.collect.period.wrong"));
    List<Definition> chosen =
        before.isPresent()
            ? definitions
            : definitions.stream().filter(d -> form.ticked("definition-" + d.id())).toList();
    if (chosen.isEmpty()) {
      form.refuse("definitions", "coordinator.collect.definitions.none");
    }
    period.ifPresent(p -> requireFitting(form, chosen, p));
    Optional<LocalDate> deadline = CollectionFields.deadline(form, "deadline", now);
    List<AgencyId> participants = CollectionFields.participants(form, agencies);
    Optional<OwnFigures> ownFigures =
        before
            .map(CollectionManifest::ownFigures)
            .orElseGet(
                () ->
                    form.ticked("own-figures")
                        ? Optional.of(OwnFigures.NOT_SHOWN)
                        : Optional.empty());
    long authorities =
        agencies.stream()
            .filter(a -> participants.contains(a.id()))
            .map(Agencies.Known::authority)
            .distinct()
            .count();
    if (ownFigures.isPresent() && authorities < CollectionPlan.FEWEST_RESPONDENTS) {
      form.refuse(
          "agencies", "coordinator.collect.agencies.few", CollectionPlan.FEWEST_RESPONDENTS);
    }
    if (!form.ticked("confirm")) {
      form.refuse("confirm", "coordinator.collect.unconfirmed");
    }
    if (!form.isGood()) {
      return Optional.empty();
    }
    return Optional.of(
        new CollectionPlan(
            id.orElseThrow(),
            constellation,
            period.orElseThrow(),
            chosen.stream().map(Definition::id).toList(),
            participants,
            deadline.map(CollectionPlan::endOf),
            ownFigures));
  }

  /** One grain, and no two over the same records: the one could be subtracted from the other. */
  private static void requireFitting(FilledForm form, List<Definition> chosen, Period period) {
    List<DefinitionId> otherGrain =
        chosen.stream()
            .filter(d -> d.period().grain() != period.grain())
            .map(Definition::id)
            .toList();
    if (!otherGrain.isEmpty()) {
      form.refuse("definitions", "coordinator.collect.definitions.grain", joined(otherGrain));
    }
    for (int i = 0; i < chosen.size(); i++) {
      RecordSet records = RecordSet.of(chosen.get(i), period);
      List<DefinitionId> same = new ArrayList<>(List.of(chosen.get(i).id()));
      chosen.subList(i + 1, chosen.size()).stream()
          .filter(d -> records.intersects(RecordSet.of(d, period)))
          .forEach(d -> same.add(d.id()));
      if (same.size() > 1) {
        form.refuse("definitions", "coordinator.collect.definitions.same", joined(same));
      }
    }
  }

  private static String joined(List<DefinitionId> ids) {
    return String.join(", ", ids.stream().map(DefinitionId::value).toList());
  }
}
