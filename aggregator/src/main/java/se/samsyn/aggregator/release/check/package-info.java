/** What may be released: the check against all that readers have already, and who decides. */
package se.samsyn.aggregator.release.check;
