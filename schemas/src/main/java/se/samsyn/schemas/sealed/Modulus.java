package se.samsyn.schemas.sealed;

/**
 * The prime that clipped columns are shared by, 2^bits - gap: the largest of its width, so that a
 * random word is seldom drawn again and reduction is a shift and a small product.
 */
public record Modulus(int bits, int gap) {
  /** 251. */
  public static final Modulus ONE_BYTE = new Modulus(8, 5);

  /** 65,521. */
  public static final Modulus TWO_BYTES = new Modulus(16, 15);

  /**
   * @throws IllegalArgumentException when it is not a prime of at most 16 bits
   */
  public Modulus {
    if (bits < 2 || bits > 16 || gap < 1 || !isPrime((1 << bits) - gap)) {
      throw new IllegalArgumentException("2^" + bits + " - " + gap + " is not a small prime");
    }
  }

  /**
   * The smaller of the two in which 0..{@code largest} are different.
   *
   * @throws IllegalArgumentException when neither is large enough
   */
  public static Modulus above(long largest) {
    if (largest >= TWO_BYTES.prime()) {
      throw new IllegalArgumentException("too many agencies for k: sums reach " + largest);
    }
    return largest < ONE_BYTE.prime() ? ONE_BYTE : TWO_BYTES;
  }

  public int prime() {
    return (1 << bits) - gap;
  }

  /** Bytes of an element on the wire. */
  public int width() {
    return bits > 8 ? 2 : 1;
  }

  /**
   * {@code x} modulo the prime.
   *
   * @param x at least 0 and below 2^32
   */
  public int reduce(long x) {
    // 2^bits = gap: what lies above the width comes back times the gap.
    long folded = x;
    while (folded >>> bits != 0) {
      folded = (folded >>> bits) * gap + (folded & ((1L << bits) - 1));
    }
    int prime = prime();
    return (int) (folded >= prime ? folded - prime : folded);
  }

  /** {@code x - y} modulo the prime, of two elements. */
  public int minus(int x, int y) {
    int difference = x - y;
    return difference < 0 ? difference + prime() : difference;
  }

  private static boolean isPrime(int p) {
    for (int d = 2; d * d <= p; d++) {
      if (p % d == 0) {
        return false;
      }
    }
    return p > 1;
  }
}
