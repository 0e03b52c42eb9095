/**
 * Rounding for those who want a full table: small inner counts move to 0 or the base, totals stay
 * sums (Langsrud and Heldal 2018, the R package SmallCountRounding). A rounded table has a type of
 * its own and no way leads from it to suppression, nor back: the two must not be mixed.
 */
package se.samsyn.disclosure.rounding;
