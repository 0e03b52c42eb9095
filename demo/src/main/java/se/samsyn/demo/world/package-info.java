/** The invented county and everything that happens to its children: what no agency sees whole. */
package se.samsyn.demo.world;
