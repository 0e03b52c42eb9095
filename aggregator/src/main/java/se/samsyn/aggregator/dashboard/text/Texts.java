package se.samsyn.aggregator.dashboard.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ResourceBundle;
import se.samsyn.schemas.definition.Text;

/**
 * The page's text in one language, from {@code web/texts_sv.properties} and {@code
 * web/texts_en.properties}.
 */
public final class Texts {
  static final String BUNDLE = "web.texts";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE, language.locale(), Texts.class.getClassLoader(), NO_FALLBACK);
  }

  public static Texts in(Language language) {
    return new Texts(language);
  }

  public Language language() {
    return language;
  }

  /**
   * The text of {@code key} with {@code arguments} in its places.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
  }

  /** A whole number as the language groups its digits. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  /** Whether there is a text of that key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** What a definition or an agency says of itself. */
  public String of(Text text) {
    return text.in(language.tag());
  }
}
