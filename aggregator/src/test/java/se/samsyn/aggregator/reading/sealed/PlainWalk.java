package se.samsyn.aggregator.reading.sealed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.GroupTest;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.Rule;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** What a sealed collection opens, worked out on the persons themselves. */
final class PlainWalk {
  private final Definition definition;
  private final SealedTerms terms;
  private final Rule rule;
  private final List<SealedExample.Person> persons;

  /** For each dimension the leaves of each of its codes. */
  private final Map<DimensionId, Map<String, Set<String>>> leaves = new HashMap<>();

  PlainWalk(CollectionManifest manifest, List<SealedExample.Person> persons) {
    this.definition = manifest.definitions().get(0);
    this.terms = manifest.sealed().orElseThrow();
    this.rule =
        new Rule(definition.counting(), terms.k(), terms.t(), manifest.participants().size());
    this.persons = persons;
    for (Dimension dimension : definition.dimensions()) {
      Map<String, Set<String>> below = new HashMap<>();
      below.put(Code.TOTAL, set(dimension.leaves().stream()));
      dimension.codes().stream()
          .flatMap(Code::preorder)
          .forEach(c -> below.put(c.code(), set(c.preorder().filter(Code::isLeaf))));
      leaves.put(dimension.id(), below);
    }
  }

  private static Set<String> set(Stream<Code> codes) {
    return codes.map(Code::code).collect(Collectors.toSet());
  }

  List<Cell> children() {
    return cells(group -> areSafe(group, 1), person -> 1);
  }

  /** Opened less far than counts: more persons must be behind it. Dominance is left out. */
  List<Cell> cost(SealedTerms.Magnitude magnitude) {
    return cells(group -> areSafe(group, magnitude.fewest()), SealedExample.Person::cost);
  }

  /** The persons in a cell; what is not named is the total. */
  Stream<SealedExample.Person> in(Map<DimensionId, String> codes) {
    return persons.stream()
        .filter(
            person ->
                codes.entrySet().stream()
                    .allMatch(
                        code ->
                            leaves
                                .get(code.getKey())
                                .get(code.getValue())
                                .contains(person.codes().get(code.getKey()))));
  }

  private boolean areSafe(List<OpenNode> group, int reserve) {
    int one = rule.counting() == Counting.DISJOINT ? rule.k() : rule.n() + 1;
    return group.stream()
        .map(node -> in(codes(node)))
        .mapToLong(
            inNode ->
                inNode
                    .collect(
                        Collectors.groupingBy(SealedExample.Person::agency, Collectors.counting()))
                    .values()
                    .stream()
                    .mapToLong(rule::contribution)
                    .sum())
        .allMatch(sum -> sum == 0 || sum >= (rule.t() + 1L) * one + reserve);
  }

  private List<Cell> cells(GroupTest test, ToLongFunction<SealedExample.Person> amount) {
    Set<OpenNode> open =
        AdaptiveResolution.resolve(
                terms.units().map(this::tree).orElse(Node.leaf(Code.TOTAL)),
                terms.attributes().stream()
                    .map(
                        a ->
                            new Attribute(
                                a.dimension().value(), tree(a.dimension()), a.startUnit()))
                    .toList(),
                test)
            .open();
    CellSpace space = CellSpace.of(definition);
    List<Cell> cells =
        new ArrayList<>(
            Collections.nCopies(
                space.size(), open.isEmpty() ? Cell.SUPPRESSED : Cell.NOT_APPLICABLE));
    for (OpenNode node : open) {
      Map<DimensionId, String> codes = codes(node);
      List<String> coordinates =
          definition.dimensions().stream()
              .map(d -> codes.getOrDefault(d.id(), Code.TOTAL))
              .toList();
      cells.set(
          space.index(coordinates).orElseThrow(),
          new Cell.Value(in(codes).mapToLong(amount).sum()));
    }
    return cells;
  }

  private Map<DimensionId, String> codes(OpenNode node) {
    Map<DimensionId, String> codes = new HashMap<>();
    terms.units().ifPresent(units -> codes.put(units, node.unit()));
    node.attribute().ifPresent(a -> codes.put(new DimensionId(a), node.clazz()));
    return codes;
  }

  private Node tree(DimensionId id) {
    Dimension dimension =
        definition.dimensions().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    return new Node(Code.TOTAL, dimension.codes().stream().map(PlainWalk::node).toList());
  }

  private static Node node(Code code) {
    return new Node(code.code(), code.codes().stream().map(PlainWalk::node).toList());
  }
}
