/**
 * The YAML specification of a table to protect, and how a file of persons or of cells becomes that
 * table. docs/protect.md tells how to write one.
 */
package se.samsyn.disclosure.spec;
