/** What a page shows of joint tables: readings, tables with charts, sentences. No HTML here. */
package se.samsyn.aggregator.dashboard.figure;
