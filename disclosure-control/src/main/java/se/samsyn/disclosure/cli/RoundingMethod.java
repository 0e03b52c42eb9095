package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.rounding.NotRoundable;
import se.samsyn.disclosure.rounding.Rounding;
import se.samsyn.disclosure.rounding.RoundingAudit;
import se.samsyn.disclosure.rounding.RoundingBase;
import se.samsyn.disclosure.rounding.SmallCountRounding;
import se.samsyn.disclosure.rule.MinimumFrequency;

/** Moves small counts instead of hiding them; no cell of the table is suppressed. */
final class RoundingMethod {
  private RoundingMethod() {}

  static Report run(Run run, Subject subject, OutputFiles files) throws IOException {
    requireCounts(subject);
    RoundingBase base = base(run, subject);
    long start = System.nanoTime();
    run.progress().step(run.texts().of("step.protect"));
    Rounding rounding = round(subject, base);
    run.progress().step(run.texts().of("step.audit"));
    FeasibilityInterval[] intervals = RoundingAudit.intervals(rounding.table());
    int pinned = RoundingAudit.pinned(rounding.table(), intervals).cardinality();
    double seconds = Report.seconds(start);
    if (pinned > 0) {
      throw new NotSafe(run.texts().of("pinned", pinned));
    }
    try (BufferedWriter out = files.begin(run.out())) {
      PatternFile.write(
          out,
          subject,
          cell -> new PatternFile.Shown(PatternFile.ROUNDED, rounding.table().value(cell)),
          intervals);
    }
    return new Report()
        .with("method", "rounding")
        .with("base", base.value())
        .with("cells", subject.cells())
        .with("moved", rounding.report().moved())
        .with("max_deviation", rounding.report().maxDeviation())
        .with("mean_deviation", rounding.report().meanDeviation())
        .with("pinned", pinned)
        .with("seconds", seconds)
        .say(
            run.texts()
                .of(
                    "report.rounded",
                    subject.cells(),
                    base.value(),
                    rounding.report().moved(),
                    rounding.report().maxDeviation()));
  }

  private static Rounding round(Subject subject, RoundingBase base) {
    try {
      return SmallCountRounding.round(subject.table().space(), subject.table().values(), base);
    } catch (NotRoundable e) {
      throw new MalformedInput("--method rounding: " + e.getMessage(), e);
    }
  }

  private static RoundingBase base(Run run, Subject subject) {
    int base = run.base().or(subject::minimumFrequency).orElse(MinimumFrequency.FLOOR);
    try {
      return new RoundingBase(base);
    } catch (IllegalArgumentException e) {
      throw new MalformedInput("--base " + base + ": " + e.getMessage(), e);
    }
  }

  private static void requireCounts(Subject subject) {
    if (!subject.mayBeCounts()) {
      throw new MalformedInput("--method rounding: only counts can be rounded, not amounts");
    }
    if (subject.releasedBefore()) {
      throw new MalformedInput(
          "--method rounding: cells of this table were published or hidden before, and rounding"
              + " and suppression must not be mixed on one table");
    }
  }
}
