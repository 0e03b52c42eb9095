/** The page's words and numbers in the reader's language; all text is in the resource bundles. */
package se.samsyn.aggregator.dashboard.text;
