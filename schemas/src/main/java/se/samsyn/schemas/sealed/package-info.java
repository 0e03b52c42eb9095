/**
 * Sealed collection, what both sides must agree on to the byte: the manifest's trees, roles and
 * rule, the order of nodes, and the messages. The protocol is specified in
 * docs/sealed-collection.md.
 */
package se.samsyn.schemas.sealed;
