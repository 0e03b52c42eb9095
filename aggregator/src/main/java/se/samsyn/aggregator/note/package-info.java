/** What a steering group decided about a figure, kept for the next release. */
package se.samsyn.aggregator.note;
