package se.samsyn.agent.ledger;

/** The ledger is not what this agent wrote. Nothing is sent until a person has looked. */
public final class BrokenLedger extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    /** A line is not an entry. */
    NOT_AN_ENTRY,
    /** An entry's signature is not this agent's over it and the entry before. */
    CHANGED_OR_REORDERED,
    /** Entries that were once written are missing at the end. */
    CUT_SHORT,
    /** The signed head is missing or damaged. */
    HEAD_DAMAGED
  }

  private final Fault fault;
  private final long line;

  BrokenLedger(Fault fault, long line) {
    super("ledger line " + line + ": " + fault);
    this.fault = fault;
    this.line = line;
  }

  public Fault fault() {
    return fault;
  }

  /** The first line that is wrong, from 1. */
  public long line() {
    return line;
  }
}
