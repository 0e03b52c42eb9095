/**
 * The attacker of a pattern that {@code protect} wrote for a JJ file: reads both files by itself,
 * and solves with other solvers than the engine (COIN-OR CLP in real numbers, SCIP in whole ones).
 */
package se.samsyn.disclosure.attack.jj;
