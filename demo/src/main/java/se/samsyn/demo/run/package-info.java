/** Runs aggregator and agents as processes of their own, over HTTP on loopback. */
package se.samsyn.demo.run;
