/**
 * Opens sealed collections: makes the sealed form of a definition, chooses who has which role, and
 * says in words what an agency would refuse.
 */
package se.samsyn.aggregator.sealed.opening;
