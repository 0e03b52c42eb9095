/**
 * Protecting and auditing tables over dimensions: several measures on one cube with one common
 * pattern. {@link se.samsyn.disclosure.cube.CubeProtection} is for who has the values, {@link
 * se.samsyn.disclosure.cube.CubeAudit} for who has only what was published.
 */
package se.samsyn.disclosure.cube;
