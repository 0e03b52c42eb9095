package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;

/** Attacks a pattern, whoever made it. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    resourceBundle = "se.samsyn.disclosure.cli.texts")
final class AuditCommand implements Callable<Integer> {
  @Parameters(paramLabel = "INPUT", descriptionKey = "samsyn.input")
  private Path input;

  @Option(names = "--pattern", required = true, paramLabel = "FILE.csv")
  private Path pattern;

  @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "samsyn.audit.out")
  private Optional<Path> out;

  @Option(names = "--threads", paramLabel = "N")
  private Optional<Integer> threads;

  @Option(names = "--lang", paramLabel = "sv|en")
  private String lang;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Texts texts = new Texts(spec.resourceBundle());
    try (OutputFiles files = new OutputFiles();
        Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step(texts.of("step.read"));
      Subject subject = Input.of(input).read();
      BitSet hidden = PatternFile.readHidden(pattern, subject);
      progress.step(texts.of("step.audit"));
      long start = System.nanoTime();
      FeasibilityInterval[] intervals =
          Audit.intervals(
              subject.table().space(), subject.table().values(), hidden, subject.shown());
      Verdict verdict = Verdict.of(subject.demands(), hidden, intervals);
      if (out.isPresent()) {
        try (BufferedWriter writer = files.begin(out.get())) {
          PatternFile.write(writer, subject, hidden, intervals);
        }
        files.commit();
      }
      progress.close();
      spec.commandLine()
          .getOut()
          .println(
              texts.of(
                  "audited",
                  verdict.hidden(),
                  verdict.violations(),
                  verdict.exact(),
                  verdict.unproven(),
                  Report.seconds(start)));
      return verdict.violations() > 0 ? Main.NOT_SAFE : Main.DONE;
    }
  }
}
