/** The page's numbers as files, with their metadata, for programs and researchers. */
package se.samsyn.aggregator.export;
