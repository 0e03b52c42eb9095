package se.samsyn.agent.protect;

/**
 * What can still be told of the numbers that a sent table hid: of a number that is brought, whether
 * it was this one. The numbers themselves are not kept.
 */
public interface HiddenThen {
  /**
   * Whether {@link #was} can tell.
   *
   * @param number as {@link CellNumbers} orders them
   */
  boolean isKnown(int cell, int number);

  /** Whether that number of that cell was {@code value}. */
  boolean was(int cell, int number, long value);
}
