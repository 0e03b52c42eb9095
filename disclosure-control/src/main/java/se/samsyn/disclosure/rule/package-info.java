/** Primary rules: which cells are unsafe, and what interval an attacker must be left with. */
package se.samsyn.disclosure.rule;
