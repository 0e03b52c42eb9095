/**
 * Who may do what: accounts, login, and the one table ({@link se.samsyn.aggregator.access.WhoMay})
 * that every request is checked against.
 */
package se.samsyn.aggregator.access;
