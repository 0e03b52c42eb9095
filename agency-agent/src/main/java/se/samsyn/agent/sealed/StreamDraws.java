package se.samsyn.agent.sealed;

import se.samsyn.schemas.sealed.Modulus;

/** Numbers without bias from a keystream: what is out of range is drawn again. */
final class StreamDraws implements Draws {
  private final Keystream stream;
  private final int prime;
  private final int mask;
  private final boolean wide;

  StreamDraws(Keystream stream, Modulus modulus) {
    this.stream = stream;
    this.prime = modulus.prime();
    this.mask = (1 << modulus.bits()) - 1;
    this.wide = modulus.width() == 2;
  }

  void chunk(int number) {
    stream.chunk(number);
  }

  @Override
  public int element() {
    int word;
    do {
      word = (wide ? stream.two() : stream.one()) & mask;
    } while (word >= prime);
    return word;
  }

  @Override
  public int nonZero() {
    int word;
    do {
      word = element();
    } while (word == 0);
    return word;
  }

  @Override
  public int below(int bound) {
    int whole = 65_536 - 65_536 % bound;
    int word;
    do {
      word = stream.two();
    } while (word >= whole);
    return word % bound;
  }
}
