/** Proof that a pattern is safe, and its verification in exact whole numbers. */
package se.samsyn.disclosure.certificate;
