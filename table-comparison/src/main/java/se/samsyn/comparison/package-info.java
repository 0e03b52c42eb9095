/**
 * Tables of different definitions and periods as statements about the same records. What a class, a
 * filter or a period of one definition means is told in names that mean the same in every other, so
 * that the engine's release check can put the tables together: {@link
 * se.samsyn.comparison.Comparison} translates, {@link se.samsyn.comparison.Comparability} says what
 * cannot be translated. The agent uses it for all that it has sent, the aggregator for all that it
 * has released.
 */
package se.samsyn.comparison;
