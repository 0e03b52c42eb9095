package se.samsyn.disclosure.cli;

import java.util.function.IntToDoubleFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** What hiding a cell costs, where the caller says it. */
enum CostRule {
  /** Every cell costs the same. */
  COUNT,
  /** As much as its value. */
  VALUE,
  /** What the input states. */
  WEIGHTS;

  /** Costs must be positive; this is little enough never to matter beside others. */
  private static final double LEAST = 1e-6;

  Subject apply(Subject subject, CommandSpec spec) {
    IntToDoubleFunction cost =
        switch (this) {
          case COUNT -> cell -> 1;
          case VALUE -> cell -> subject.table().value(cell);
          case WEIGHTS ->
              subject
                  .weights()
                  .orElseThrow(
                      () ->
                          new ParameterException(
                              spec.commandLine(),
                              "--cost weights: the specification states none; name their column"
                                  + " in known.cost"));
        };
    Table table = subject.table();
    int size = table.size();
    long[] values = table.values();
    double[] costs = new double[size];
    Publication[] publication = new Publication[size];
    int[] bundles = new int[size];
    for (int cell = 0; cell < size; cell++) {
      costs[cell] =
          cell < subject.shown() ? Math.max(LEAST, cost.applyAsDouble(cell)) : table.cost(cell);
      publication[cell] = table.publication(cell);
      bundles[cell] = table.bundle(cell);
    }
    return subject.with(new Table(table.space(), values, costs, publication, bundles));
  }
}
