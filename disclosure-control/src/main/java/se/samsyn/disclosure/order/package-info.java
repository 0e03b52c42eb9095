/** One order for the cells of a table, whatever order they came in. */
package se.samsyn.disclosure.order;
