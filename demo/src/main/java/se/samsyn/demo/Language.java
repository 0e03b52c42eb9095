package se.samsyn.demo;

import java.util.Locale;

/** Swedish or English: as {@code --lang} says, else as LANG does, else Swedish. */
final class Language {
  static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private Language() {}

  /**
   * The language, before the arguments are parsed: the help text is in it too.
   *
   * @param environment LANG, such as {@code en_GB.UTF-8}; may be null
   */
  static Locale chosen(String[] arguments, String environment) {
    String wanted = environment == null ? "" : environment;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--lang=")) {
        wanted = arguments[i].substring("--lang=".length());
      } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        wanted = arguments[i + 1];
      }
    }
    return wanted.startsWith("en") ? Locale.ENGLISH : SWEDISH;
  }
}
