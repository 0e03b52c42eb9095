/**
 * The aggregator's part in sealed collections: it relays messages that it cannot read, keeps the
 * state of each attempt, and adds the opened shares. It is trusted with nothing but doing so; the
 * protocol is specified in docs/sealed-collection.md.
 */
package se.samsyn.aggregator.sealed;
