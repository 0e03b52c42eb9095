package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.optimal.OptimalProtection;
import se.samsyn.disclosure.order.CanonicalOrder;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Insiders;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.table.Table;

/** Hides cells, and audits the pattern before anything is written. */
final class IntervalMethod {
  /** Finds a pattern. */
  interface Pattern {
    Found of(Table table, List<Demand> demands);
  }

  /** A pattern, and what is known of how cheap it is. */
  record Found(Protection protection, Optional<OptimalProtection> bound) {}

  private final String name;
  private final Pattern pattern;

  IntervalMethod(String name, Pattern pattern) {
    this.name = name;
    this.pattern = pattern;
  }

  /**
   * Begins the files of a safe pattern.
   *
   * @throws NotSafe if the audit finds it is none
   */
  Report run(Run run, Subject subject, OutputFiles files) throws IOException {
    boolean respondents = subject.respondents(run.insiders());
    long start = System.nanoTime();
    List<Demand> demands = demands(subject, respondents);
    run.progress().step(run.texts().of("step.protect"));
    Found found = found(subject, demands);
    Protection protection = found.protection();
    run.progress().step(run.texts().of("step.audit"));
    BitSet hidden = protection.hidden();
    FeasibilityInterval[] intervals =
        Audit.intervals(
            subject.table().space(),
            subject.table().values(),
            hidden,
            subject.shown(),
            run.threads(),
            protection.certificate().deviations());
    double seconds = Report.seconds(start);
    Verdict verdict = Verdict.of(subject, hidden, intervals);
    if (verdict.violations() > 0) {
      throw new NotSafe(run.texts().of("unsafe"));
    }
    try (BufferedWriter out = files.begin(run.out())) {
      PatternFile.write(out, subject, hidden, intervals);
    }
    if (run.certificate().isPresent()) {
      files.write(
          run.certificate().get(),
          CertificateFile.write(protection.certificate(), subject.table().size()));
    }
    Report report = report(run, subject, protection, verdict, respondents);
    found.bound().ifPresent(bound -> tellBound(report, bound, run.texts()));
    return report.with("seconds", seconds).say(run.texts().of("report.seconds", seconds));
  }

  /** The pattern, whatever order the input lists its cells in. */
  private Found found(Subject subject, List<Demand> demands) {
    if (subject.labels().isEmpty()) {
      return pattern.of(subject.table(), demands);
    }
    CanonicalOrder order = CanonicalOrder.of(subject.table(), subject.labels().get());
    Found found = pattern.of(order.table(), order.demands(demands));
    return new Found(order.restored(found.protection()), found.bound());
  }

  /** What must be left open of each unsafe cell, to everybody and to single respondents. */
  static List<Demand> demands(Subject subject, boolean respondents) {
    List<Demand> demands = new ArrayList<>(subject.demands());
    if (respondents) {
      demands.addAll(Insiders.single(subject.table(), subject.demands()));
    }
    return demands;
  }

  private static void tellBound(Report report, OptimalProtection bound, Texts texts) {
    report
        .with("optimal", bound.proven())
        .with("cost_at_least", Math.round(bound.lowerBound() * 1e3) / 1e3)
        .with("gap", Math.round(bound.gap() * 1e4) / 1e4)
        .say(
            bound.proven()
                ? texts.of("report.optimal")
                : texts.of("report.gap", bound.gap() * 100));
  }

  private Report report(
      Run run, Subject subject, Protection protection, Verdict verdict, boolean respondents) {
    double cost =
        protection.hidden().get(0, subject.shown()).stream()
            .mapToDouble(subject.table()::cost)
            .sum();
    int claims = protection.certificate().claims().size();
    int deviations = protection.certificate().deviations().size();
    Texts texts = run.texts();
    Report report =
        new Report()
            .with("method", name)
            .with("insiders", respondents ? "single" : "none")
            .with(
                "cost_rule",
                run.cost().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("standard"))
            .with("cells", subject.cells())
            .with("unsafe", verdict.unsafe())
            .with("hidden", verdict.hidden())
            .with("secondary", verdict.secondary())
            .with("unsafe_but_published", subject.unsafeButPublished())
            .with("cost", Math.round(cost * 1e3) / 1e3)
            .with(
                "certificate", Map.of("claims", claims, "deviations", deviations, "verified", true))
            .with(
                "audit",
                Map.of(
                    "violations",
                    verdict.violations(),
                    "exact",
                    verdict.exact(),
                    "unproven",
                    verdict.unproven()))
            .say(
                texts.of(
                    "report.hidden",
                    subject.cells(),
                    verdict.unsafe(),
                    verdict.hidden(),
                    verdict.secondary()))
            .say(texts.of(respondents ? "report.respondents" : "report.outsiders"))
            .say(texts.of("report.certificate", claims))
            .say(
                texts.of(
                    "report.audit", verdict.violations(), verdict.exact(), verdict.unproven()));
    if (subject.unsafeButPublished() > 0) {
      report.say(texts.of("report.published", subject.unsafeButPublished()));
    }
    return report;
  }
}
