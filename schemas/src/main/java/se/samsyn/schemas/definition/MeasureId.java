package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a measure within its definition. */
public record MeasureId(@JsonValue String value) implements Comparable<MeasureId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MeasureId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("MeasureId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(MeasureId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
