/**
 * The disclosure engine: which cells of a table must be hidden so that nobody can compute the
 * unsafe ones, and what can be computed from what is shown.
 *
 * <p>A plain library. {@link se.samsyn.disclosure.cube} is the way in for tables over dimensions,
 * {@link se.samsyn.disclosure.protect.Protector} and {@link se.samsyn.disclosure.audit.Audit} for
 * any system of cells and linear relations. The command line's main class is {@code
 * se.samsyn.disclosure.cli.Main}.
 */
package se.samsyn.disclosure;
