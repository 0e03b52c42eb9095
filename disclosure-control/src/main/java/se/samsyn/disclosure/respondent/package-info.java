/**
 * Joint tables of which the parts are not shown: their makers are respondents, and each of them is
 * an attacker that can subtract its own part.
 */
package se.samsyn.disclosure.respondent;
