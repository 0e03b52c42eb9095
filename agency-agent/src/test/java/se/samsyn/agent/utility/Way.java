package se.samsyn.agent.utility;

import java.util.random.RandomGenerator;

/** A way to show a joint table. */
@FunctionalInterface
interface Way {
  /** For each cell of {@link Scene#CUBE}; null for one that this way does not have. */
  Seen[] show(Scene scene, RandomGenerator random);
}
