package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.protect.Demand;

/** Attacks a pattern, whoever made it. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    resourceBundle = "se.samsyn.disclosure.cli.texts")
final class AuditCommand implements Callable<Integer> {
  @Parameters(paramLabel = "INPUT", descriptionKey = "samsyn.input")
  private Path input;

  @Option(names = "--pattern", paramLabel = "FILE.csv")
  private Optional<Path> pattern;

  @Option(names = "--certificate", paramLabel = "FILE.json")
  private Optional<Path> certificate;

  @Option(names = "--insiders", paramLabel = "none|single")
  private Optional<ProtectCommand.Attackers> insiders;

  @Option(names = "--out", paramLabel = "FILE.csv", descriptionKey = "samsyn.audit.out")
  private Optional<Path> out;

  @Option(names = "--threads", paramLabel = "N")
  private Optional<Integer> threads;

  @Option(names = "--lang", paramLabel = "sv|en")
  private String lang;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (pattern.isEmpty() && (certificate.isEmpty() || out.isPresent())) {
      throw new ParameterException(
          spec.commandLine(), "--pattern FILE.csv is needed, or --certificate FILE.json alone");
    }
    Texts texts = new Texts(spec.resourceBundle());
    try (OutputFiles files = new OutputFiles();
        Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step(texts.of("step.read"));
      Subject subject = Input.of(input).read();
      progress.step(texts.of("step.audit"));
      List<String> lines = new ArrayList<>();
      Optional<BitSet> shown =
          pattern.isPresent()
              ? Optional.of(PatternFile.readHidden(pattern.get(), subject))
              : Optional.empty();
      if (certificate.isPresent()) {
        lines.add(verified(subject, shown, texts));
      }
      int code =
          shown.isPresent() ? attacked(subject, shown.get(), files, texts, lines) : Main.DONE;
      files.commit();
      progress.close();
      lines.forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
      return code;
    }
  }

  /**
   * Verifies the certificate anew.
   *
   * @throws NotSafe if it does not prove that the pattern is safe
   */
  private String verified(Subject subject, Optional<BitSet> shown, Texts texts) throws IOException {
    Certificate read = CertificateFile.read(certificate.orElseThrow(), subject.table().size());
    List<String> faults = new ArrayList<>(CertificateVerifier.faults(subject.table(), read));
    List<Demand> demands = IntervalMethod.demands(subject, subject.respondents(insiders));
    faults.addAll(Coverage.gaps(subject.table(), demands, read));
    if (shown.isPresent() && !shown.get().equals(read.hidden())) {
      faults.add(texts.of("certificate.other"));
    }
    if (!faults.isEmpty()) {
      throw new NotSafe(texts.of("certificate.refused", faults.size(), faults.get(0)));
    }
    return texts.of("certificate.holds", read.claims().size());
  }

  private int attacked(
      Subject subject, BitSet hidden, OutputFiles files, Texts texts, List<String> lines)
      throws IOException {
    long start = System.nanoTime();
    FeasibilityInterval[] intervals =
        Audit.intervals(
            subject.table().space(),
            subject.table().values(),
            hidden,
            subject.shown(),
            threads.orElse(Runtime.getRuntime().availableProcessors()));
    Verdict verdict = Verdict.of(subject, hidden, intervals);
    if (out.isPresent()) {
      try (BufferedWriter writer = files.begin(out.get())) {
        PatternFile.write(writer, subject, hidden, intervals);
      }
    }
    lines.add(
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
