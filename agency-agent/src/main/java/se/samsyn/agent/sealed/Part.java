package se.samsyn.agent.sealed;

import se.samsyn.sealed.Refused;

/** One share of an agency's table, read chunk by chunk. */
interface Part {
  /** Goes to a chunk. */
  void chunk(int number) throws Refused;

  /** The chunk's shares of a column modulo the prime. */
  void narrow(int column, int[] into);

  /** The chunk's shares of a column modulo 2^64. */
  void wide(int column, long[] into);
}
