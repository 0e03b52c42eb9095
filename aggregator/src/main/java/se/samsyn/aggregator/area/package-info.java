/** What the coordinator tells of areas: their outlines, and which of them are like each other. */
package se.samsyn.aggregator.area;
