package se.samsyn.agent.sealed;

/**
 * An agency's own table, by the collection's order of nodes. It never leaves this package but as
 * random shares.
 */
public interface NodeValues {
  /** Persons in the node. */
  long count(int node);

  /** The node's sum of a magnitude; 0 where nobody is. */
  long amount(int magnitude, int node);

  /** Whether the agency's own part of the magnitude breaks the dominance rule. */
  boolean dominated(int magnitude, int node);
}
