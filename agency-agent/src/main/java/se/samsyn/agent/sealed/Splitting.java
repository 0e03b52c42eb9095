package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.Modulus;
import se.samsyn.schemas.sealed.Rule;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.Refused;

/** B's share of a chunk: an agency's columns less what its seed gives A. */
final class Splitting {
  private final SealedManifest manifest;
  private final Layout layout;
  private final Rule rule;
  private final Part first;
  private final long[] wide = new long[Layout.CHUNK];
  private final int[] narrow = new int[Layout.CHUNK];

  Splitting(SealedManifest manifest, Layout layout, Part first) {
    this.manifest = manifest;
    this.layout = layout;
    this.rule = manifest.rule();
    this.first = first;
  }

  byte[] chunk(int number, NodeValues values) throws Refused {
    int from = number * Layout.CHUNK;
    int nodes = layout.nodesIn(number);
    ByteBuffer out = ByteBuffer.allocate(layout.partBytes(number));
    first.chunk(number);
    for (int column = 0; column < layout.columns(); column++) {
      first.wide(column, wide);
      for (int i = 0; i < nodes; i++) {
        out.putLong(value(column, from + i, values) - wide[i]);
      }
    }
    Modulus modulus = layout.modulus();
    Elements elements = new Elements(modulus);
    for (int column = 0; column < layout.columns(); column++) {
      first.narrow(column, narrow);
      for (int i = 0; i < nodes; i++) {
        elements.put(out, modulus.minus(tested(column, from + i, values), narrow[i]));
      }
    }
    return out.array();
  }

  private static long value(int column, int node, NodeValues values) {
    long value = column == 0 ? values.count(node) : values.amount(column - 1, node);
    if (value < 0 || (column > 0 && value > 0 && values.count(node) == 0)) {
      throw new IllegalArgumentException("negative, or an amount of nobody");
    }
    return value;
  }

  /** What is tested: the clipped count, or whether an amount must not be shown. */
  private int tested(int column, int node, NodeValues values) {
    long count = values.count(node);
    if (column == 0) {
      return rule.contribution(count);
    }
    int magnitude = column - 1;
    boolean weak =
        count < manifest.magnitudes().get(magnitude).fewest()
            || values.amount(magnitude, node) == 0
            || values.dominated(magnitude, node);
    return count > 0 && weak ? 1 : 0;
  }
}
