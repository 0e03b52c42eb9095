package se.samsyn.aggregator.joint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.aggregator.protection.PublishedTable;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.respondent.JointLayer;
import se.samsyn.disclosure.respondent.JointPattern;
import se.samsyn.disclosure.respondent.RespondentPart;
import se.samsyn.disclosure.respondent.RespondentProtection;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.TableSpace;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.table.Cell;

/**
 * The joint cells of agencies whose own figures are not shown, protected with the agencies as
 * respondents; those of one authority are one respondent, for it has all of their figures. Only
 * what the agencies sent is known here; what each of them knows of itself is left open.
 */
final class RespondentCells {
  private final Definition definition;
  private final List<Measure.Collected> measures;
  private final Map<AuthorityId, List<Map<MeasureId, List<Part>>>> tables;

  private RespondentCells(
      Definition definition, Map<AuthorityId, List<Map<MeasureId, List<Part>>>> tables) {
    this.definition = definition;
    this.measures = definition.collected();
    this.tables = tables;
  }

  /**
   * @param tables those of the agencies that have reported, by authority
   * @return per measure the joint cells, in the order of the cells
   */
  static Map<MeasureId, List<Cell>> of(
      Definition definition, Map<AuthorityId, List<Map<MeasureId, List<Part>>>> tables) {
    return new RespondentCells(definition, tables).cells();
  }

  private Map<MeasureId, List<Cell>> cells() {
    Map<MeasureId, List<Cell>> sums =
        JointCell.of(definition, tables.values().stream().flatMap(List::stream).toList());
    if (tables.isEmpty()) {
      return sums;
    }
    JointPattern pattern =
        RespondentProtection.protect(
            PublishedTable.cube(definition),
            measures.stream().map(this::layer).toList(),
            tables.values().stream()
                .map(own -> RespondentPart.together(own.stream().map(this::part).toList()))
                .toList(),
            policy(definition.protection()),
            Options.standard());
    Map<MeasureId, List<Cell>> shown = new HashMap<>();
    for (int layer = 0; layer < measures.size(); layer++) {
      List<Cell> column = new ArrayList<>(sums.get(measures.get(layer).id()));
      for (int i = 0; i < column.size(); i++) {
        if (pattern.isHidden(layer, i) && !(column.get(i) instanceof Cell.NotApplicable)) {
          column.set(i, Cell.SUPPRESSED);
        }
      }
      shown.put(measures.get(layer).id(), column);
    }
    return shown;
  }

  private JointLayer layer(Measure.Collected measure) {
    Layer layer = PublishedTable.layer(definition, measure);
    boolean events = definition.unit() == Unit.EVENTS;
    JointLayer.Kind kind =
        measure instanceof Measure.Sum
            ? JointLayer.Kind.AMOUNT
            : events ? JointLayer.Kind.EVENTS : JointLayer.Kind.PERSONS;
    return new JointLayer(
        layer, kind, events ? Optional.empty() : PublishedTable.unfiltered(definition));
  }

  private RespondentPart part(Map<MeasureId, List<Part>> table) {
    List<long[]> lower = new ArrayList<>();
    List<long[]> upper = new ArrayList<>();
    BitSet absent = new BitSet();
    for (Measure.Collected measure : measures) {
      List<Part> column = table.get(measure.id());
      long[] least = new long[column.size()];
      long[] most = new long[column.size()];
      for (int i = 0; i < least.length; i++) {
        Part part = column.get(i);
        if (part instanceof Part.Known known) {
          least[i] = known.value();
          most[i] = known.value();
        } else if (part instanceof Part.Hidden hidden) {
          least[i] = hidden.lower();
          most[i] = hidden.upper().orElse(TableSpace.UNBOUNDED);
        } else {
          absent.set(i);
        }
      }
      lower.add(least);
      upper.add(most);
    }
    return new RespondentPart(lower, upper, absent);
  }

  private static Policy policy(ProtectionPolicy policy) {
    return new Policy(
        new MinimumFrequency(policy.minimumFrequency()),
        policy.dominance().map(d -> new Dominance(d.contributors(), d.percent())),
        policy.zeros() == Zeros.HIDDEN,
        policy.groupDisclosure());
  }
}
