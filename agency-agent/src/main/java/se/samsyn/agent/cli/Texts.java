package se.samsyn.agent.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the agent says to people, in Swedish or English: all of it stands in {@code
 * agent/texts_*.properties}.
 */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "agent/texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Texts in {@code language} ("sv" or "en"). */
  public static Texts in(String language) {
    return new Texts(Locale.forLanguageTag("en".equals(language) ? "en" : "sv"));
  }

  /**
   * The language that {@code --lang}, the configuration and the environment ask for, in this order.
   */
  static String language(String option, String configured) {
    if (option != null) {
      return option;
    }
    if (configured != null) {
      return configured;
    }
    String environment =
        System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
    return environment.startsWith("en") ? "en" : "sv";
  }

  /** The text under {@code key} with its placeholders filled. */
  public String get(String key, Object... values) {
    return get(key, List.of(values));
  }

  /** The text under {@code key} with its placeholders filled. */
  public String get(String key, List<?> values) {
    try {
      // Numbers and dates are put in as they are: codes and versions must not get thousands'
      // separators.
      return new MessageFormat(bundle.getString(key), locale)
          .format(values.stream().map(String::valueOf).toArray());
    } catch (MissingResourceException e) {
      return key;
    }
  }
}
