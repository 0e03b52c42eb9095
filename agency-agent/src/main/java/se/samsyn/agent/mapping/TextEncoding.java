package se.samsyn.agent.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The encodings in which files arrive. */
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8),
  ISO_8859_1(StandardCharsets.ISO_8859_1),
  WINDOWS_1252(Charset.forName("windows-1252"));

  private final Charset charset;

  TextEncoding(Charset charset) {
    this.charset = charset;
  }

  public Charset charset() {
    return charset;
  }

  static Map<String, TextEncoding> words() {
    return Map.of("utf-8", UTF_8, "iso-8859-1", ISO_8859_1, "windows-1252", WINDOWS_1252);
  }
}
