package se.samsyn.agent.sealed;

/** Uniform random numbers for the masks. */
interface Draws {
  /** An element modulo the prime. */
  int element();

  /** An element that is not zero. */
  int nonZero();

  /**
   * A number from 0 to {@code bound} - 1.
   *
   * @param bound at most 65,536
   */
  int below(int bound);
}
