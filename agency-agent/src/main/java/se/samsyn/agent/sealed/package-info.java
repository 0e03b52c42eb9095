/**
 * The agency's part of a sealed collection: contributing, and the roles A, B and C. Specified in
 * docs/sealed-collection.md; everything here works on messages, whoever carries them.
 */
package se.samsyn.agent.sealed;
