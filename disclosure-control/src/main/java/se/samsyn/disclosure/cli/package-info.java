/** The engine's commands; {@link se.samsyn.disclosure.cli.Main} is the main class. */
package se.samsyn.disclosure.cli;
