package se.samsyn.disclosure.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.samsyn.disclosure.table.Dimension;

/**
 * A table to protect, as its YAML file says. Names are those of the file; docs/protect.md explains
 * each.
 *
 * @param microdata one row per event or person; either this or {@code cells}
 * @param cells one row per cell
 * @param tables the linked tables to publish, by their dimensions; one of all dimensions if empty
 * @param structuralZeros classes by dimension that cannot occur together, as everybody knows
 */
public record Specification(
    Optional<Microdata> microdata,
    Optional<Cells> cells,
    CsvFormat csv,
    List<DimensionEntry> dimensions,
    List<List<String>> tables,
    List<MeasureEntry> measures,
    RuleEntries rules,
    List<Map<String, String>> structuralZeros,
    Optional<Known> known,
    Optional<AdaptiveEntry> adaptive) {
  public Specification {
    csv = Objects.requireNonNullElse(csv, CsvFormat.STANDARD);
    dimensions = List.copyOf(dimensions);
    tables = tables == null ? List.of() : tables.stream().map(List::copyOf).toList();
    measures = List.copyOf(measures);
    structuralZeros =
        structuralZeros == null ? List.of() : structuralZeros.stream().map(Map::copyOf).toList();
    rules = Objects.requireNonNullElse(rules, RuleEntries.NONE);
  }

  /** The same data by these dimensions only. */
  Specification by(List<DimensionEntry> fewer) {
    return new Specification(
        microdata, cells, csv, fewer, List.of(), measures, rules, structuralZeros, known, adaptive);
  }

  /**
   * Rows of single persons or events.
   *
   * @param person the column that says whose row it is; without one each row is a person
   */
  public record Microdata(String file, Optional<String> person) {}

  /** Rows of cells that somebody counted before. */
  public record Cells(String file) {}

  /**
   * How the CSV files are written.
   *
   * @param separator between fields; found out from the header where it is not given
   */
  public record CsvFormat(
      Optional<String> separator, Optional<String> decimalMark, Optional<String> encoding) {
    static final CsvFormat STANDARD =
        new CsvFormat(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * A spanning variable.
   *
   * @param classes a tree of codes; where there is neither this nor a file, the codes of the data
   * @param classesFile CSV with the columns {@code code} and {@code parent}
   */
  public record DimensionEntry(
      String id,
      Optional<String> column,
      Dimension.Kind kind,
      Optional<JsonNode> classes,
      Optional<String> classesFile) {
    public DimensionEntry {
      kind = Objects.requireNonNullElse(kind, Dimension.Kind.SINGLE);
      // An absent tree is read as a JSON null.
      classes = classes.filter(JsonNode::isArray);
    }

    String columnName() {
      return column.orElse(id);
    }
  }

  /** What a measure is. */
  public enum MeasureKind {
    /** A count of persons or rows. */
    FREQUENCY,
    /** A sum of amounts. */
    MAGNITUDE
  }

  /** What a frequency counts. */
  public enum Counted {
    PERSONS,
    ROWS
  }

  /**
   * A measure.
   *
   * @param column of the amount (microdata) or of the figure (cells); the id where it is not given
   * @param count persons where the data say who each row is
   * @param decimals of the unit in which amounts are kept as whole numbers
   * @param contributors for cells: the column with the number of contributors
   * @param largest for cells: the columns with the largest contributions, largest first
   */
  public record MeasureEntry(
      String id,
      MeasureKind kind,
      Optional<String> column,
      Optional<Counted> count,
      Optional<String> unit,
      int decimals,
      Optional<String> contributors,
      List<String> largest) {
    public MeasureEntry {
      largest = largest == null ? List.of() : List.copyOf(largest);
    }

    String columnName() {
      return column.orElse(id);
    }

    boolean isFrequency() {
      return kind == MeasureKind.FREQUENCY;
    }
  }

  /** Whether a cell of nobody may be shown. */
  public enum Zeros {
    OPEN,
    PROTECTED
  }

  /**
   * The primary rules.
   *
   * @param groupDisclosure the dimensions in which a full or an empty class says something of
   *     everybody
   */
  public record RuleEntries(
      Optional<Integer> minimumFrequency,
      Zeros zeros,
      Optional<DominanceEntry> dominance,
      Optional<PercentEntry> pPercent,
      List<String> groupDisclosure) {
    static final RuleEntries NONE =
        new RuleEntries(
            Optional.empty(), Zeros.OPEN, Optional.empty(), Optional.empty(), List.of());

    public RuleEntries {
      zeros = Objects.requireNonNullElse(zeros, Zeros.OPEN);
      groupDisclosure = groupDisclosure == null ? List.of() : List.copyOf(groupDisclosure);
    }
  }

  /** The n largest hold at most k per cent. */
  public record DominanceEntry(int n, int k) {}

  /**
   * Nobody may know the largest contribution within p per cent.
   *
   * @param group how many contributors put together what they know; 1 where it is not given
   */
  public record PercentEntry(int p, Optional<Integer> group) {}

  /**
   * What is known of single cells besides their figures.
   *
   * @param file rows by dimension; the file of cells where it is not given
   * @param population the column with the largest number of persons that a cell can hold
   * @param status the column that says {@code published} or {@code suppressed} of an earlier
   *     release
   * @param cost the column with what hiding a cell costs
   */
  public record Known(
      Optional<String> file,
      Optional<String> population,
      Optional<String> status,
      Optional<String> cost) {}

  /**
   * For adaptive resolution.
   *
   * @param units the dimension whose classes are the units
   */
  public record AdaptiveEntry(int k, String units, List<AttributeEntry> attributes) {
    public AdaptiveEntry {
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * An attribute of persons.
   *
   * @param start the unit from which on downwards it is shown; the whole where it is not given
   */
  public record AttributeEntry(String dimension, Optional<String> start) {}
}
