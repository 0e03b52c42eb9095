package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a collection: one round of gathering for one period. */
public record CollectionId(@JsonValue String value) implements Comparable<CollectionId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

  /**
   * @throws IllegalArgumentException when {@code value} does not have the form of such an id
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CollectionId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("CollectionId must match " + FORM.pattern());
    }
  }

  @Override
  public int compareTo(CollectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
