package se.samsyn.aggregator.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import se.samsyn.schemas.definition.Text;

/** All that the commands say, in Swedish or English: {@code cli/texts_*.properties}. */
final class Texts {
  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The language is that of {@code --lang}, else of {@code LANG}, else Swedish. */
  static Texts of(Map<String, String> environment, String... args) {
    String language = environment.getOrDefault("LANG", "sv");
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        language = args[i].substring("--lang=".length());
      } else if (args[i].equals("--lang") && i + 1 < args.length) {
        language = args[i + 1];
      }
    }
    return new Texts(
        ResourceBundle.getBundle(
            "se.samsyn.aggregator.cli.texts",
            language.startsWith("en") ? Locale.ENGLISH : Locale.forLanguageTag("sv"),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /** The text of {@code key} with {@code values} put in. */
  String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
  }

  /** What a definition says in two languages, in this one. */
  String of(Text text) {
    return bundle.getLocale().getLanguage().equals("en") ? text.en() : text.sv();
  }
}
