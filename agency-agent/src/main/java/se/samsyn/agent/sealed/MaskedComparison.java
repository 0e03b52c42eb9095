package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import se.samsyn.schemas.sealed.Modulus;

/**
 * Compares a shared number with a list of values, so that whoever adds the two messages sees at
 * most one zero, at a uniform position, and otherwise uniform noise.
 *
 * <p>At each position, with r uniform and not zero and z uniform, A sends r(sA - j) + z and B sends
 * r sB - z; their sum is r(s - j). The list is turned by a uniform number of positions: with a
 * single zero that hides its value as well as any permutation.
 */
final class MaskedComparison {
  private final Modulus modulus;
  private final int prime;
  private final Elements elements;

  MaskedComparison(Modulus modulus) {
    this.modulus = modulus;
    this.prime = modulus.prime();
    this.elements = new Elements(modulus);
  }

  /** A's message for one node. */
  void first(int share, int[] values, Draws draws, ByteBuffer out) {
    int turn = draws.below(values.length);
    for (int i = 0; i < values.length; i++) {
      int at = i + turn;
      int value = values[at < values.length ? at : at - values.length];
      long r = draws.nonZero();
      elements.put(out, modulus.reduce(r * modulus.minus(share, value) + draws.element()));
    }
  }

  /** B's message for one node, by the same draws. */
  void second(int share, int[] values, Draws draws, ByteBuffer out) {
    draws.below(values.length);
    for (int i = 0; i < values.length; i++) {
      long r = draws.nonZero();
      elements.put(out, modulus.reduce(r * share + prime - draws.element()));
    }
  }

  /** How many positions of a node add up to zero. */
  int zeros(int positions, ByteBuffer first, ByteBuffer second) {
    int zeros = 0;
    for (int i = 0; i < positions; i++) {
      int sum = elements.get(first) + elements.get(second);
      zeros += sum == 0 || sum == prime ? 1 : 0;
    }
    return zeros;
  }
}
