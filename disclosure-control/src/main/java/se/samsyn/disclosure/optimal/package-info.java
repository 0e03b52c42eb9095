/**
 * The cheapest safe pattern of a small table, or how far from it the best one found can be. An
 * integer program chooses what to hide; linear programs over the attacker's dual say what each
 * choice leaves open (Fischetti and Salazar-Gonzalez 1999).
 */
package se.samsyn.disclosure.optimal;
