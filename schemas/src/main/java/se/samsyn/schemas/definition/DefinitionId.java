package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an indicator definition; with its version it never changes meaning. */
public record DefinitionId(@JsonValue String value) implements Comparable<DefinitionId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DefinitionId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("DefinitionId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(DefinitionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
