package se.samsyn.schemas.definition;

import java.util.Objects;

/** What a user reads, in both languages of the house: Swedish first, English second. */
public record Text(String sv, String en) {
  public Text {
    Objects.requireNonNull(sv, "sv");
    Objects.requireNonNull(en, "en");
  }

  /** The text in {@code language} ("sv" or "en"); anything else reads Swedish. */
  public String in(String language) {
    return "en".equals(language) ? en : sv;
  }
}
