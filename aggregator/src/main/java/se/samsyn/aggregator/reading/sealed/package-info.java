/**
 * What readers see of a sealed table: which units and classes were opened, and in which groups the
 * others are shown.
 */
package se.samsyn.aggregator.reading.sealed;
