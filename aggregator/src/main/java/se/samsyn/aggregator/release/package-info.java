/**
 * The ledger of releases: which figures readers see, since when, and what was checked before. Only
 * added to. {@code release.check} decides what may be added.
 */
package se.samsyn.aggregator.release;
