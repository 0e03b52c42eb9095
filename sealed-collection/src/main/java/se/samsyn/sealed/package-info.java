/**
 * Sealed collection, what agents and the aggregator both work out: which groups are tested by the
 * public bits, and what the opened shares add up to. Specified in docs/sealed-collection.md.
 */
package se.samsyn.sealed;
