/** The coordinator's pages: what is gathered, who has reported, what is released and why not. */
package se.samsyn.aggregator.coordinator;
