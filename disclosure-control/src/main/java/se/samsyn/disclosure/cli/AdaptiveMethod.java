package se.samsyn.disclosure.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.AdaptiveResolution.Group;
import se.samsyn.disclosure.adaptive.AdaptiveResolution.Resolution;
import se.samsyn.disclosure.adaptive.GroupTest;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.spec.AdaptiveTable;
import se.samsyn.disclosure.spec.AdaptiveTableReader;

/** Resolution adapts; no cell is hidden. */
final class AdaptiveMethod {
  private static final String TOTAL = "_T";

  private AdaptiveMethod() {}

  static Report run(Run run, OutputFiles files) throws IOException {
    if (run.input().kind() == Input.Kind.JJ) {
      throw new MalformedInput(
          run.input().file().getFileName()
              + ": --method adaptive needs trees of units and classes, which a .jj does not have;"
              + " write a specification (docs/protect.md)");
    }
    AdaptiveTable table = AdaptiveTableReader.read(run.input().file());
    run.progress().step(run.texts().of("step.protect"));
    long start = System.nanoTime();
    Resolution resolution =
        AdaptiveResolution.resolve(
            table.units(), table.attributes(), GroupTest.counts(table, table.k()));
    double seconds = Report.seconds(start);
    try (BufferedWriter out = files.begin(run.out())) {
      writeOpen(out, resolution, table);
    }
    try (BufferedWriter out = files.begin(OutputFiles.beside(run.out(), ".groups.csv"))) {
      writeGroups(out, resolution);
    }
    long opened = resolution.groups().stream().filter(Group::opened).count();
    return new Report()
        .with("method", "adaptive")
        .with("k", table.k())
        .with("nodes", table.nodes())
        .with("open", resolution.open().size())
        .with("groups_tested", resolution.groups().size())
        .with("groups_opened", opened)
        .with("seconds", seconds)
        .say(
            run.texts()
                .of(
                    "report.adaptive",
                    table.nodes(),
                    resolution.open().size(),
                    resolution.groups().size(),
                    opened))
        .say(run.texts().of(resolution.open().isEmpty() ? "report.closed" : "report.pooled"))
        .say(run.texts().of("report.seconds", seconds));
  }

  private static void writeOpen(BufferedWriter out, Resolution resolution, AdaptiveTable table)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("unit", "attribute", "class", "value");
    for (OpenNode node : resolution.open()) {
      csv.writeRecord(
          node.unit(), node.attribute().orElse(""), clazz(node), Long.toString(table.of(node)));
    }
    csv.flush();
  }

  /** The groups that were tested, in their order: only whether a group opened is told. */
  private static void writeGroups(BufferedWriter out, Resolution resolution) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("group", "opened", "unit", "attribute", "class");
    List<Group> groups = resolution.groups();
    for (int i = 0; i < groups.size(); i++) {
      String number = Integer.toString(i + 1);
      String opened = Boolean.toString(groups.get(i).opened());
      for (OpenNode node : groups.get(i).members()) {
        csv.writeRecord(number, opened, node.unit(), node.attribute().orElse(""), clazz(node));
      }
    }
    csv.flush();
  }

  private static String clazz(OpenNode node) {
    return node.attribute().isEmpty() ? TOTAL : node.clazz();
  }
}
