package se.samsyn.aggregator.dashboard.text;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Locale;
import java.util.Optional;

/** The two languages of the house; Swedish unless the reader asks for English. */
public enum Language {
  SV(Locale.forLanguageTag("sv-SE")),
  EN(Locale.forLanguageTag("en-GB"));

  /** The query parameter that asks for a language, and the cookie that remembers it. */
  public static final String PARAMETER = "lang";

  public static final String COOKIE = "samsyn-lang";

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** {@code sv} or {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public Language other() {
    return this == SV ? EN : SV;
  }

  /** What {@code request} asks for by its parameter, else by its cookie, else Swedish. */
  public static Language of(HttpRequest<?> request) {
    return asked(request)
        .or(
            () ->
                request
                    .getCookies()
                    .findCookie(COOKIE)
                    .map(Cookie::getValue)
                    .flatMap(Language::parse))
        .orElse(SV);
  }

  /** What the query parameter asks for, if it names a language. */
  public static Optional<Language> asked(HttpRequest<?> request) {
    return request.getParameters().getFirst(PARAMETER).flatMap(Language::parse);
  }

  private static Optional<Language> parse(String tag) {
    for (Language language : values()) {
      if (language.tag().equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
