/** Secondary suppression: which further cells are hidden so that the unsafe ones stay hidden. */
package se.samsyn.disclosure.protect;
