package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.sealed.Refused;

/**
 * B's share: the columns less A's. Chunks are read as often as they are needed, and each time they
 * must be those that the agency signed.
 */
final class StoredPart implements Part {
  private final Layout layout;
  private final BulkCipher cipher;
  private final Chunks chunks;
  private final Sha256[] hashes;
  private final Elements elements;
  private int number;
  private ByteBuffer chunk = ByteBuffer.allocate(0);

  /**
   * @param hashes of the chunks, as the agency signed them
   */
  StoredPart(Layout layout, byte[] key, Chunks chunks, Sha256[] hashes) {
    this.layout = layout;
    this.cipher = new BulkCipher(key);
    this.chunks = chunks;
    this.hashes = hashes.clone();
    this.elements = new Elements(layout.modulus());
  }

  /** The hashes of all chunks, in order. */
  static Sha256[] hashes(Layout layout, Chunks chunks) {
    Sha256[] hashes = new Sha256[layout.chunks()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Sha256.of(chunks.get(i));
    }
    return hashes;
  }

  @Override
  public void chunk(int number) throws Refused {
    byte[] bytes = chunks.get(number);
    if (!Sha256.of(bytes).equals(hashes[number])) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC);
    }
    this.number = number;
    chunk = ByteBuffer.wrap(cipher.decrypt(number, bytes, layout.partBytes(number)));
  }

  @Override
  public void narrow(int column, int[] into) {
    int nodes = layout.nodesIn(number);
    chunk.position(nodes * (layout.columns() * Long.BYTES + column * layout.modulus().width()));
    for (int i = 0; i < nodes; i++) {
      into[i] = elements.get(chunk);
    }
  }

  @Override
  public void wide(int column, long[] into) {
    int nodes = layout.nodesIn(number);
    chunk.position(nodes * column * Long.BYTES);
    for (int i = 0; i < nodes; i++) {
      into[i] = chunk.getLong();
    }
  }
}
