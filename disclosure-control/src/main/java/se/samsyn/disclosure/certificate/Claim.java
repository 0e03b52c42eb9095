package se.samsyn.disclosure.certificate;

import java.util.OptionalInt;
import se.samsyn.disclosure.rule.Requirement;

/**
 * One thing that a certificate proves: that the attacker is left with what is required for the
 * cell, since the tables of two deviations are possible too.
 *
 * @param high which deviation of the certificate raises the cell most; empty: the true table
 * @param low which lowers it most; empty: the true table
 */
public record Claim(
    int cell, Attacker attacker, Requirement requirement, OptionalInt high, OptionalInt low) {}
