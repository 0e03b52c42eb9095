package se.samsyn.aggregator.dashboard;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;

/**
 * The part of a page that is the same for all its readers, as bytes, and compressed once instead of
 * for each of them.
 */
final class KeptBody implements Content {
  private final byte[] plain;
  private final byte[] deflated;

  private KeptBody(byte[] plain) {
    this.plain = plain;
    this.deflated = GzipPieces.deflate(plain);
  }

  static KeptBody of(String html) {
    return new KeptBody(html.getBytes(StandardCharsets.UTF_8));
  }

  /** In UTF-8. */
  byte[] plain() {
    return plain;
  }

  /** As {@link GzipPieces#deflate} makes it of {@link #plain}. */
  byte[] deflated() {
    return deflated;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeBinaryContent(plain);
  }
}
