package se.samsyn.disclosure.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, Swedish or English. */
final class Texts {
  private final ResourceBundle bundle;

  Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** By {@code --lang}, else by LANG; Swedish unless LANG names another language. */
  static ResourceBundle bundle(String... args) {
    int at = Arrays.asList(args).indexOf("--lang");
    String lang =
        at >= 0 && at + 1 < args.length ? args[at + 1] : System.getenv().getOrDefault("LANG", "sv");
    Locale locale = lang.startsWith("sv") ? Locale.ROOT : Locale.ENGLISH;
    return ResourceBundle.getBundle(
        "se.samsyn.disclosure.cli.texts",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String of(String key, Object... arguments) {
    return String.format(Locale.ROOT, bundle.getString(key), arguments);
  }
}
