package se.samsyn.agent.approval;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import se.samsyn.agent.protect.HiddenReason;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.tabulate.ReadingReport;

/**
 * Says a preview, or what is wrong with rows, in words; they stand in {@code
 * agent/texts*.properties}.
 */
public final class ReportWords {
  private final ResourceBundle bundle;
  private final String language;

  private ReportWords(String language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "agent/texts",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Words in {@code language}: "en", or else Swedish. */
  public static ReportWords in(String language) {
    return new ReportWords("en".equals(language) ? "en" : "sv");
  }

  /** Both languages, as the report keeps them. */
  public static Map<String, List<String>> both(PreviewReport report) {
    return Map.of("sv", in("sv").of(report), "en", in("en").of(report));
  }

  /** What would be sent, what is hidden and why, and what became of the rows. */
  public List<String> of(PreviewReport report) {
    List<String> lines = new ArrayList<>();
    Preview preview = report.preview();
    lines.add(
        say(
            "table",
            preview.definition().title().in(language),
            preview.definition().ref(),
            preview.table().period()));
    reading(preview.reading(), lines);
    lines.add(say("cells", report.cells(), report.published(), report.suppressed()));
    if (report.notApplicable() > 0) {
      lines.add(say("cells.not-applicable", report.notApplicable()));
    }
    report
        .hidden()
        .forEach(
            (reason, n) ->
                lines.add(say("hidden." + reason.word(), n, preview.table().minimumFrequency())));
    earlier(preview.cost(), lines);
    if (report.hidden().containsKey(HiddenReason.SECONDARY)) {
      lines.add(say("hidden.alike"));
    }
    return lines;
  }

  private void earlier(EarlierCost cost, List<String> lines) {
    if (!cost.tables().isEmpty()) {
      String key = cost.cells() == 0 ? "earlier.nothing" : "earlier.cells";
      lines.add(say(key, cost.tables().size(), cost.cells()));
    }
  }

  /** What became of the rows. */
  public List<String> of(ReadingReport reading) {
    List<String> lines = new ArrayList<>();
    reading(reading, lines);
    return lines;
  }

  private void reading(ReadingReport reading, List<String> lines) {
    lines.add(say("rows", reading.rows(), reading.counted()));
    addIfAny(lines, "rows.outside-period", reading.outsidePeriod());
    addIfAny(lines, "rows.outside-conditions", reading.outsideFilter());
    addIfAny(lines, "rows.protected-identity", reading.protectedIdentity());
    reading.problems().forEach(p -> lines.add(of(p)));
    reading.noClass().forEach((d, n) -> lines.add(say("rows.no-class", n, d)));
    reading.conflicts().forEach((d, n) -> lines.add(say("persons.conflict", n, d)));
  }

  private void addIfAny(List<String> lines, String key, long n) {
    if (n > 0) {
      lines.add(say(key, n));
    }
  }

  /** A kind of problem, how many rows have it, and the first of them. */
  public String of(ProblemLog.Problem problem) {
    String rows = String.join(", ", problem.sample().stream().map(String::valueOf).toList());
    String more = problem.rows() > problem.sample().size() ? " ..." : "";
    return say("problem." + problem.kind().word(), problem.rows(), problem.column(), rows + more);
  }

  /** The text under {@code preview.key} with its placeholders filled. */
  public String say(String key, Object... values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = String.valueOf(values[i]);
    }
    return new MessageFormat(bundle.getString("preview." + key), Locale.ROOT).format(texts);
  }
}
