package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a dimension (spanning variable) within its definition. */
public record DimensionId(@JsonValue String value) implements Comparable<DimensionId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DimensionId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("DimensionId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(DimensionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
