package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an input table, such as tsi_case. */
public record TableId(@JsonValue String value) implements Comparable<TableId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TableId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("TableId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(TableId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
