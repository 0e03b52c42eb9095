/**
 * What an attacker can find out. Knows nothing of how a pattern was made, and shares no search code
 * with what makes it.
 */
package se.samsyn.disclosure.audit;
