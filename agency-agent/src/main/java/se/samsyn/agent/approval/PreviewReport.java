package se.samsyn.agent.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.agent.protect.HiddenReason;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.tabulate.ReadingReport;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** For the steward alone: what became of the rows, what is hidden and why, in figures and words. */
public final class PreviewReport {
  private final Preview preview;
  private final Sha256 hash;
  private final CellSpace space;
  private final int notApplicable;
  private final Map<HiddenReason, Integer> hidden = new EnumMap<>(HiddenReason.class);

  /**
   * @param hash of the table
   */
  public PreviewReport(Preview preview, Sha256 hash) {
    this.preview = preview;
    this.hash = hash;
    this.space = CellSpace.of(preview.definition());
    List<Cell> first = preview.table().cells().get(preview.definition().collected().get(0).id());
    this.notApplicable = (int) first.stream().filter(Cell.NotApplicable.class::isInstance).count();
    preview.reasons().values().forEach(r -> hidden.merge(r, 1, Integer::sum));
  }

  /** Cells of the table; a cell has one place for all measures. */
  public int cells() {
    return space.size();
  }

  public int notApplicable() {
    return notApplicable;
  }

  public int suppressed() {
    return preview.reasons().size();
  }

  public int published() {
    return cells() - notApplicable - suppressed();
  }

  public int primary() {
    return suppressed() - hidden.getOrDefault(HiddenReason.SECONDARY, 0);
  }

  /** How many cells are hidden for each reason. */
  public Map<HiddenReason, Integer> hidden() {
    return hidden;
  }

  public Preview preview() {
    return preview;
  }

  public Sha256 hash() {
    return hash;
  }

  /**
   * The report as JSON.
   *
   * @param words by language, what it says in words
   */
  public byte[] json(Map<String, List<String>> words) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("stays", "in the agency; nothing of this file is ever sent");
    report.put("definition", preview.definition().ref().toString());
    report.put("period", preview.table().period().toString());
    report.put("hash", hash.hex());
    report.put("minimumFrequency", preview.table().minimumFrequency());
    report.put("rows", rows(preview.reading()));
    report.put("cells", cellCounts());
    report.put("words", words);
    report.put("earlierSendings", earlierSendings());
    report.put("hidden", hiddenCells());
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsBytes(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists have a JSON form", e);
    }
  }

  private static Map<String, Object> rows(ReadingReport reading) {
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("read", reading.rows());
    rows.put("outsidePeriod", reading.outsidePeriod());
    rows.put("outsideConditions", reading.outsideFilter());
    rows.put("protectedIdentity", reading.protectedIdentity());
    rows.put("counted", reading.counted());
    List<Map<String, Object>> leftOut = new ArrayList<>();
    for (ProblemLog.Problem problem : reading.problems()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("reason", problem.kind().word());
      item.put("column", problem.column());
      item.put("rows", problem.rows());
      item.put("firstRows", problem.sample());
      leftOut.add(item);
    }
    rows.put("leftOut", leftOut);
    Map<String, Long> noClass = new TreeMap<>();
    reading.noClass().forEach((dimension, n) -> noClass.put(dimension.value(), n));
    rows.put("withoutClass", noClass);
    Map<String, Long> conflicts = new TreeMap<>();
    reading.conflicts().forEach((dimension, n) -> conflicts.put(dimension.value(), n));
    rows.put("personsWithSeveralClasses", conflicts);
    return rows;
  }

  private Map<String, Object> cellCounts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("all", cells());
    counts.put("published", published());
    counts.put("suppressed", suppressed());
    counts.put("notApplicable", notApplicable);
    counts.put("primary", primary());
    counts.put("secondary", suppressed() - primary());
    Map<String, Integer> byReason = new LinkedHashMap<>();
    hidden.forEach((reason, n) -> byReason.put(reason.word(), n));
    counts.put("byReason", byReason);
    return counts;
  }

  private Map<String, Object> earlierSendings() {
    Map<String, Object> earlier = new LinkedHashMap<>();
    earlier.put("tables", preview.cost().tables().stream().map(Sha256::hex).toList());
    earlier.put("cellsHiddenForThem", preview.cost().cells());
    return earlier;
  }

  private List<Map<String, Object>> hiddenCells() {
    List<Map<String, Object>> cells = new ArrayList<>();
    new TreeMap<>(preview.reasons())
        .forEach(
            (index, reason) -> {
              Map<String, Object> cell = new LinkedHashMap<>();
              cell.put("cell", space.coordinates(index));
              cell.put("reason", reason.word());
              cells.add(cell);
            });
    return cells;
  }
}
