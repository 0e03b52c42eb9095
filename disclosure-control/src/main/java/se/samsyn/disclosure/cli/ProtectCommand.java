package se.samsyn.disclosure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
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
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Insiders;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.Protector;

/** Hides what must be hidden, and audits it before anything is written. */
@Command(
    name = "protect",
    mixinStandardHelpOptions = true,
    resourceBundle = "se.samsyn.disclosure.cli.texts")
final class ProtectCommand implements Callable<Integer> {
  enum Method {
    INTERVAL
  }

  enum Attackers {
    NONE,
    SINGLE
  }

  @Parameters(paramLabel = "INPUT.jj")
  private Path input;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv")
  private Path out;

  @Option(names = "--method", paramLabel = "interval", defaultValue = "INTERVAL")
  private Method method;

  @Option(names = "--insiders", paramLabel = "none|single", defaultValue = "NONE")
  private Attackers insiders;

  @Option(names = "--lang", paramLabel = "sv|en")
  private String lang;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    JjTable table = JjReader.read(input);
    long start = System.nanoTime();
    List<Demand> demands = new ArrayList<>(table.demands());
    if (insiders == Attackers.SINGLE) {
      demands.addAll(Insiders.single(table.table(), table.demands()));
    }
    Protection protection = Protector.protect(table.table(), demands, Options.standard());
    FeasibilityInterval[] intervals =
        Audit.intervals(table.table().space(), table.table().values(), protection.hidden());
    double seconds = (System.nanoTime() - start) / 1e9;
    Verdict verdict = Verdict.of(table, protection.hidden(), intervals);
    Texts texts = new Texts(spec.resourceBundle());
    spec.commandLine()
        .getOut()
        .println(
            texts.of(
                "protected",
                table.table().size(),
                table.demands().size(),
                verdict.secondary(),
                verdict.violations(),
                verdict.unproven(),
                seconds));
    if (verdict.violations() > 0) {
      spec.commandLine().getErr().println(texts.of("unsafe"));
      return Main.NOT_SAFE;
    }
    PatternFile.write(out, table, protection.hidden(), intervals);
    Files.writeString(
        Path.of(out.toString().replaceFirst("\\.csv$", "") + ".report.json"),
        report(table, protection, verdict, seconds),
        StandardCharsets.UTF_8);
    return Main.DONE;
  }

  private String report(JjTable table, Protection protection, Verdict verdict, double seconds) {
    BitSet hidden = protection.hidden();
    double cost = hidden.stream().mapToDouble(table.table()::cost).sum();
    return String.join(
        "\n",
        Arrays.asList(
            "{",
            "  \"method\": \"" + method.name().toLowerCase(Locale.ROOT) + "\",",
            "  \"insiders\": \"" + insiders.name().toLowerCase(Locale.ROOT) + "\",",
            "  \"cells\": " + table.table().size() + ",",
            "  \"unsafe\": " + table.demands().size() + ",",
            "  \"hidden\": " + hidden.cardinality() + ",",
            "  \"secondary\": " + verdict.secondary() + ",",
            String.format(Locale.ROOT, "  \"cost\": %.3f,", cost),
            String.format(Locale.ROOT, "  \"seconds\": %.3f,", seconds),
            "  \"certificate\": {\"claims\": "
                + protection.certificate().claims().size()
                + ", \"deviations\": "
                + protection.certificate().deviations().size()
                + ", \"verified\": true},",
            "  \"audit\": {\"violations\": "
                + verdict.violations()
                + ", \"exact\": "
                + verdict.exact()
                + ", \"unproven\": "
                + verdict.unproven()
                + "}",
            "}",
            ""));
  }
}
