/** Tables in the JJ format of tau-ARGUS. */
package se.samsyn.disclosure.jj;
