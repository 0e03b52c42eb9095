/**
 * What readers get from joint tables, on the page and in files: numbers, intervals, and what
 * follows from them.
 */
package se.samsyn.aggregator.reading;
