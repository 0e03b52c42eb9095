/** Definitions: the standard catalogue, and the versions that the coordinator made here. */
package se.samsyn.aggregator.definition;
