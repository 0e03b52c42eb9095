package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one installed agent with its keys. */
public record AgencyId(@JsonValue String value) implements Comparable<AgencyId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AgencyId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("AgencyId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(AgencyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
