package se.samsyn.disclosure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.jj.JjReader;
import se.samsyn.disclosure.jj.JjTable;

/** Attacks a pattern, whoever made it. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    resourceBundle = "se.samsyn.disclosure.cli.texts")
final class AuditCommand implements Callable<Integer> {
  @Parameters(paramLabel = "INPUT.jj")
  private Path input;

  @Option(names = "--pattern", required = true, paramLabel = "FILE.csv")
  private Path pattern;

  @Option(names = "--out", paramLabel = "FILE.csv")
  private Path out;

  @Option(names = "--lang", paramLabel = "sv|en")
  private String lang;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    JjTable table = JjReader.read(input);
    BitSet hidden = PatternFile.readHidden(pattern, table);
    long start = System.nanoTime();
    FeasibilityInterval[] intervals =
        Audit.intervals(table.table().space(), table.table().values(), hidden);
    Verdict verdict = Verdict.of(table, hidden, intervals);
    spec.commandLine()
        .getOut()
        .println(
            new Texts(spec.resourceBundle())
                .of(
                    "audited",
                    hidden.cardinality(),
                    verdict.violations(),
                    verdict.exact(),
                    verdict.unproven(),
                    (System.nanoTime() - start) / 1e9));
    if (out != null) {
      PatternFile.write(out, table, hidden, intervals);
    }
    return verdict.violations() > 0 ? Main.NOT_SAFE : Main.DONE;
  }
}
