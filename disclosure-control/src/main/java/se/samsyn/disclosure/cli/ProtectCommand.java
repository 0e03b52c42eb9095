package se.samsyn.disclosure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.disclosure.optimal.OptimalProtection;
import se.samsyn.disclosure.optimal.OptimalProtector;
import se.samsyn.disclosure.optimal.SparingProtector;
import se.samsyn.disclosure.protect.Options;

/** Makes a table safe, and audits it before anything is written. */
@Command(
    name = "protect",
    mixinStandardHelpOptions = true,
    resourceBundle = "se.samsyn.disclosure.cli.texts")
final class ProtectCommand implements Callable<Integer> {
  enum Method {
    INTERVAL,
    ADAPTIVE,
    OPTIMAL,
    ROUNDING
  }

  enum Attackers {
    NONE,
    SINGLE
  }

  @Parameters(paramLabel = "INPUT", descriptionKey = "samsyn.input")
  private Path input;

  @Option(names = "--out", required = true, paramLabel = "FILE.csv")
  private Path out;

  @Option(
      names = "--method",
      paramLabel = "interval|adaptive|optimal|rounding",
      defaultValue = "INTERVAL")
  private Method method;

  @Option(names = "--cost", paramLabel = "count|value|weights")
  private Optional<CostRule> cost;

  @Option(names = "--insiders", paramLabel = "none|single")
  private Optional<Attackers> insiders;

  @Option(names = "--base", paramLabel = "N")
  private Optional<Integer> base;

  @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "600")
  private int limit;

  @Option(names = "--certificate", paramLabel = "FILE.json")
  private Optional<Path> certificate;

  @Option(names = "--threads", paramLabel = "N")
  private Optional<Integer> threads;

  @Option(names = "--seed", paramLabel = "N")
  private Optional<Long> seed;

  @Option(names = "--lang", paramLabel = "sv|en")
  private String lang;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    requireSense();
    Texts texts = new Texts(spec.resourceBundle());
    try (OutputFiles files = new OutputFiles();
        Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step(texts.of("step.read"));
      Run run =
          new Run(
              Input.of(input),
              out,
              insiders,
              cost,
              threads.orElse(Runtime.getRuntime().availableProcessors()),
              base,
              certificate,
              progress,
              texts);
      Report report = report(run, files);
      report.write(files, out);
      files.commit();
      progress.close();
      spec.commandLine().getOut().print(report.words());
      spec.commandLine().getOut().flush();
      return Main.DONE;
    }
  }

  private Report report(Run run, OutputFiles files) throws IOException {
    if (method == Method.ADAPTIVE) {
      return AdaptiveMethod.run(run, files);
    }
    Subject read = run.input().read();
    Subject subject = cost.isPresent() ? cost.get().apply(read, spec) : read;
    return switch (method) {
      case INTERVAL ->
          new IntervalMethod(
                  "interval",
                  (table, demands) ->
                      new IntervalMethod.Found(
                          SparingProtector.protect(
                              table, demands, Options.standard().withThreads(run.threads())),
                          Optional.empty()))
              .run(run, subject, files);
      case OPTIMAL ->
          new IntervalMethod(
                  "optimal",
                  (table, demands) -> {
                    OptimalProtection best =
                        OptimalProtector.protect(table, demands, Duration.ofSeconds(limit));
                    return new IntervalMethod.Found(best.protection(), Optional.of(best));
                  })
              .run(run, subject, files);
      case ROUNDING -> RoundingMethod.run(run, subject, files);
      case ADAPTIVE -> throw new IllegalStateException("handled above");
    };
  }

  /** Options that this method would ignore are refused, so that nobody relies on them. */
  private void requireSense() {
    boolean hides = method == Method.INTERVAL || method == Method.OPTIMAL;
    refuse(!hides && cost.isPresent(), "--cost", "interval|optimal");
    refuse(!hides && insiders.isPresent(), "--insiders", "interval|optimal");
    refuse(!hides && certificate.isPresent(), "--certificate", "interval|optimal");
    refuse(method != Method.ROUNDING && base.isPresent(), "--base", "rounding");
    if (threads.isPresent() && threads.get() < 1) {
      throw wrong("--threads: at least 1");
    }
    if (limit < 1) {
      throw wrong("--limit: at least 1 second");
    }
    if (!String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw wrong("--out: a name that ends with .csv is expected");
    }
    requireFolder("--out", out);
    certificate.ifPresent(file -> requireFolder("--certificate", file));
  }

  /** Before the work, not after it. */
  private void requireFolder(String option, Path file) {
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw wrong(option + " " + file + ": there is no such folder");
    }
  }

  private void refuse(boolean senseless, String option, String methods) {
    if (senseless) {
      throw wrong(
          option
              + ": only with --method "
              + methods
              + ", not "
              + method.name().toLowerCase(Locale.ROOT));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
