package se.samsyn.aggregator.release.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.samsyn.comparison.Comparison;
import se.samsyn.comparison.CountedTable;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;

/** Says in words which group the engine speaks of: the labels of the definitions, no number. */
final class InWords {
  private final CollectionManifest manifest;
  private final Comparison comparison;

  /**
   * @param comparison that the engine's subjects were made by
   */
  InWords(CollectionManifest manifest, Comparison comparison) {
    this.manifest = manifest;
    this.comparison = comparison;
  }

  /** Such as {@code Skolan; Nivå: Indikerad; Kön: Flickor}. */
  Text group(Subject subject) {
    Extent extent = subject.extent();
    List<Text> parts = new ArrayList<>();
    parts.add(agencies(extent.contributions()));
    for (Definition definition : manifest.definitions()) {
      CountedTable table = new CountedTable(definition, manifest.period());
      for (Dimension dimension : definition.dimensions()) {
        Set<String> some = extent.classes().get(comparison.axis(table, dimension));
        if (some != null && !some.containsAll(comparison.classes(table, dimension, Code.TOTAL))) {
          Text part = classes(table, dimension, some);
          if (!parts.contains(part)) {
            parts.add(part);
          }
        }
      }
    }
    return joined(parts, "; ");
  }

  /** What a remedy coarsens. */
  Text axis(Axis axis) {
    if (axis instanceof Axis.Dimension named) {
      for (Definition definition : manifest.definitions()) {
        CountedTable table = new CountedTable(definition, manifest.period());
        for (Dimension dimension : definition.dimensions()) {
          if (comparison.axis(table, dimension).equals(named.id())) {
            return dimension.title();
          }
        }
      }
    }
    return axis instanceof Axis.Agencies
        ? new Text("aktörernas egna tal", "the agencies' own figures")
        : new Text("perioden", "the period");
  }

  /** The titles of tables. */
  Text tables(List<String> ids) {
    return joined(
        manifest.definitions().stream()
            .filter(d -> ids.contains(d.ref().toString()))
            .map(Definition::title)
            .toList(),
        ", ");
  }

  private Text agencies(Set<Contribution> contributions) {
    Set<String> ids = contributions.stream().map(Contribution::agency).collect(Collectors.toSet());
    List<Text> names =
        manifest.participants().stream()
            .filter(p -> ids.contains(p.agency().value()))
            .map(Participant::name)
            .toList();
    return joined(names, ", ");
  }

  /** The largest classes of the dimension that make it up; what none says is left out. */
  private Text classes(CountedTable table, Dimension dimension, Set<String> some) {
    List<Text> labels = new ArrayList<>();
    dimension.codes().forEach(code -> add(table, dimension, code, some, labels));
    Text all =
        labels.isEmpty()
            ? new Text("en del av en klass", "a part of a class")
            : joined(labels, ", ");
    return new Text(
        dimension.title().sv() + ": " + all.sv(), dimension.title().en() + ": " + all.en());
  }

  private void add(
      CountedTable table, Dimension dimension, Code code, Set<String> some, List<Text> labels) {
    if (some.containsAll(comparison.classes(table, dimension, code.code()))) {
      labels.add(code.label());
    } else {
      code.codes().forEach(part -> add(table, dimension, part, some, labels));
    }
  }

  private static Text joined(List<Text> texts, String between) {
    Function<Function<Text, String>, String> join =
        language -> texts.stream().map(language).collect(Collectors.joining(between));
    return new Text(join.apply(Text::sv), join.apply(Text::en));
  }
}
