package se.samsyn.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All that the demo says; {@code messages.properties} is Swedish. */
public final class Texts {
  private final Locale language;
  private final ResourceBundle bundle;

  public Texts(Locale language) {
    this.language = language;
    // Without it a machine that speaks English would get the English texts in place of the Swedish.
    this.bundle =
        ResourceBundle.getBundle(
            "se.samsyn.demo.messages",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** "sv" or "en". */
  public String language() {
    return language.getLanguage();
  }

  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }
}
