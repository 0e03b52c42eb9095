package se.samsyn.aggregator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.Reading;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.message.Participant;

/**
 * All numbers of one joint table in one order: the definition's cells, for each all agencies
 * together and then each agency, unless readers do not see them or nobody knows them (a sealed
 * table), for each all measures.
 */
final class Extract {
  private final ClosedCollection collection;
  private final Cube cube;

  Extract(ClosedCollection collection, JointTable table) {
    this.collection = collection;
    this.cube = Cube.of(table);
  }

  ClosedCollection collection() {
    return collection;
  }

  JointTable table() {
    return cube.table();
  }

  Definition definition() {
    return cube.definition();
  }

  /** Whether the table is a sealed collection's, whose groups are codes of their own. */
  boolean isSealed() {
    return table().manifest().sealed().isPresent();
  }

  /** The actors' codes: all together first, then the agencies that are shown. */
  List<String> actors() {
    List<String> actors = new ArrayList<>();
    actors.add(Code.TOTAL);
    shown().forEach(p -> actors.add(p.agency().value()));
    return actors;
  }

  /** The agencies whose own figures are in it. */
  List<Participant> shown() {
    return table().manifest().showsOwnFigures() ? table().manifest().participants() : List.of();
  }

  /**
   * The numbers that a file of rows has: in a sealed table those that were opened, and the whole
   * where it was not.
   */
  void forEachShown(Row row) {
    forEach(
        (codes, actor, measure, reading) -> {
          if (!isSealed() || !(reading instanceof Reading.NotApplicable)) {
            row.accept(codes, actor, measure, reading);
          }
        });
  }

  /** Calls {@code row} for each number of the full cube. */
  void forEach(Row row) {
    for (int cell = 0; cell < cube.space().size(); cell++) {
      List<String> codes = cube.space().coordinates(cell);
      visit(codes, Optional.empty(), row);
      for (Participant participant : shown()) {
        visit(codes, Optional.of(participant), row);
      }
    }
  }

  private void visit(List<String> codes, Optional<Participant> actor, Row row) {
    Pick pick = Pick.total(cube, definition().measures().get(0));
    if (actor.isPresent()) {
      pick = pick.with(actor.get().agency());
    }
    List<Dimension> dimensions = definition().dimensions();
    for (int d = 0; d < dimensions.size(); d++) {
      pick = pick.with(dimensions.get(d).id(), codes.get(d));
    }
    String name = actor.map(p -> p.agency().value()).orElse(Code.TOTAL);
    for (Measure measure : definition().measures()) {
      row.accept(codes, name, measure, pick.with(measure).read());
    }
  }

  /** What is done with one number. */
  interface Row {
    void accept(List<String> codes, String actor, Measure measure, Reading reading);
  }
}
