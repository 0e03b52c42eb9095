package se.samsyn.disclosure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import se.samsyn.disclosure.jj.JjTable;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.spec.SpecifiedTable;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/**
 * A table to protect or to attack, from wherever it was read, and how its cells are called.
 *
 * @param shown beyond this there are only helper cells
 * @param columns the columns that name a cell in a file
 * @param names what stands there for each cell
 * @param decimals per cell
 * @param weights the costs of hiding that the input states, if it does
 * @param labels of all cells, where the input lists them in an order that must not matter
 * @param mayBeCounts whether nothing says that its values are amounts
 * @param respondents whether single respondents are attackers unless it is said otherwise
 * @param minimumFrequency k, if the input states it
 * @param releasedBefore whether cells were published or hidden before
 * @param unsafeButPublished unsafe cells that were published before
 */
record Subject(
    Table table,
    List<Demand> demands,
    int shown,
    List<String> columns,
    IntFunction<List<String>> names,
    IntUnaryOperator decimals,
    Optional<IntToDoubleFunction> weights,
    Optional<List<String>> labels,
    boolean mayBeCounts,
    boolean respondents,
    Optional<Integer> minimumFrequency,
    boolean releasedBefore,
    int unsafeButPublished) {

  static Subject of(JjTable jj) {
    return new Subject(
        jj.table(),
        jj.demands(),
        jj.table().size(),
        List.of("cell"),
        cell -> List.of(jj.ids().get(cell)),
        cell -> jj.decimals(),
        // The reader keeps 1 + ln(1 + cost).
        Optional.of(cell -> Math.expm1(jj.table().cost(cell) - 1)),
        Optional.of(jj.ids()),
        jj.decimals() == 0,
        false,
        Optional.empty(),
        false,
        0);
  }

  static Subject of(SpecifiedTable specified) {
    Cube cube = specified.cube();
    boolean several = specified.measures().size() > 1;
    List<String> columns = new ArrayList<>();
    cube.dimensions().forEach(dimension -> columns.add(dimension.id()));
    if (several) {
      columns.add("measure");
    }
    return new Subject(
        specified.table(),
        specified.demands(),
        specified.shown(),
        columns,
        cell -> {
          List<String> name = new ArrayList<>(cube.coordinates(cell % cube.size()));
          if (several) {
            name.add(specified.measures().get(cell / cube.size()));
          }
          return name;
        },
        cell -> specified.decimals().get(cell / cube.size()),
        specified.weights().map(weights -> cell -> weights[cell % cube.size()]),
        Optional.empty(),
        specified.onlyFrequencies(),
        specified.onlyFrequencies(),
        specified.minimumFrequency(),
        specified.releasedBefore(),
        specified.unsafeButPublished());
  }

  /** Whether the cell is one of those that are published unless they are hidden. */
  boolean isShown(int cell) {
    return cell < shown && table.publication(cell) != Publication.NEVER;
  }

  /** The number of cells that are published unless they are hidden. */
  int cells() {
    return (int) IntStream.range(0, shown).filter(this::isShown).count();
  }

  /** Whether single respondents are attackers, by what the caller says or else by itself. */
  boolean respondents(Optional<ProtectCommand.Attackers> said) {
    return said.map(attackers -> attackers == ProtectCommand.Attackers.SINGLE).orElse(respondents);
  }

  /** The same with other costs. */
  Subject with(Table other) {
    return new Subject(
        other,
        demands,
        shown,
        columns,
        names,
        decimals,
        weights,
        labels,
        mayBeCounts,
        respondents,
        minimumFrequency,
        releasedBefore,
        unsafeButPublished);
  }
}
