package se.samsyn.aggregator.dashboard;

import gg.jte.TemplateOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A page as its template writes it around a {@link KeptBody}, which is neither copied nor made. */
final class PageBytes implements TemplateOutput {
  private final KeptBody body;
  private final ByteArrayOutputStream before = new ByteArrayOutputStream(4096);
  private final ByteArrayOutputStream after = new ByteArrayOutputStream(4096);
  private boolean passed;

  PageBytes(KeptBody body) {
    this.body = body;
  }

  @Override
  public void writeContent(String text) {
    side().writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void writeContent(String text, int from, int to) {
    writeContent(text.substring(from, to));
  }

  /** The body's own bytes stand for the body; a template writes it once. */
  @Override
  public void writeBinaryContent(byte[] bytes) {
    if (bytes == body.plain()) {
      passed = true;
    } else {
      side().writeBytes(bytes);
    }
  }

  private ByteArrayOutputStream side() {
    return passed ? after : before;
  }

  /** The page in UTF-8. */
  byte[] plain() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(before.size() + body.plain().length);
    all.writeBytes(before.toByteArray());
    if (passed) {
      all.writeBytes(body.plain());
    }
    all.writeBytes(after.toByteArray());
    return all.toByteArray();
  }

  /** The same as gzip; only what is around the body is compressed now. */
  byte[] gzip() {
    GzipPieces pieces = new GzipPieces();
    add(pieces, before);
    if (passed) {
      pieces.add(body.plain(), body.deflated());
    }
    add(pieces, after);
    return pieces.finish();
  }

  private static void add(GzipPieces pieces, ByteArrayOutputStream side) {
    byte[] plain = side.toByteArray();
    pieces.add(plain, GzipPieces.deflate(plain));
  }
}
