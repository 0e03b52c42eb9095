/** Adaptive resolution: small units and classes are pooled with their neighbours. */
package se.samsyn.disclosure.adaptive;
