package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a definition may read; each agency's own files are mapped to them by a mapping
 * file.
 *
 * @param key columns that together may come only once; empty where rows may repeat
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InputTable(TableId id, Text title, List<Column> columns, List<String> key) {
  public InputTable {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    key = key == null ? List.of() : List.copyOf(key);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "table " + id + ": column " + column.name() + " comes twice");
      }
    }
    if (!names.containsAll(key)) {
      throw new IllegalArgumentException(
          "table " + id + ": the key names a column that is not there");
    }
  }

  public Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** Whether rows are about persons (have a person_id) rather than stated counts or activities. */
  public boolean isIndividual() {
    return columns.stream().anyMatch(c -> c.type() == Type.PERSON);
  }

  /**
   * A column of an input table.
   *
   * @param personal whether a value may point at a person: such values never appear in an error or
   *     a report
   * @param codes for {@link Type#CODE}: the codes that are known; empty lets the definition's own
   *     lists decide
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Column(
      String name,
      Type type,
      boolean required,
      boolean personal,
      List<String> codes,
      Text description) {
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(description, "description");
      codes = codes == null ? List.of() : List.copyOf(codes);
    }
  }

  /** What a column holds. */
  public enum Type {
    /** The person's key in the agency's own system; it is compared, never shown and never sent. */
    @JsonProperty("person")
    PERSON,
    /** A code of a list. */
    @JsonProperty("code")
    CODE,
    /** Several codes in one field, separated as the mapping says. */
    @JsonProperty("codes")
    CODES,
    /** A non-negative whole number. */
    @JsonProperty("integer")
    INTEGER,
    /** A non-negative amount, whole in the unit of the measure that sums it. */
    @JsonProperty("amount")
    AMOUNT,
    /** A date. */
    @JsonProperty("date")
    DATE,
    /** Yes or no. */
    @JsonProperty("boolean")
    BOOLEAN,
    /** A period in the form of {@link Period}. */
    @JsonProperty("period")
    PERIOD
  }
}
