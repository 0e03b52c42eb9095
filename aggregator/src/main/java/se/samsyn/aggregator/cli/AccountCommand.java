package se.samsyn.aggregator.cli;

import picocli.CommandLine.Command;

/** {@code account}: who may log in. */
@Command(name = "account", subcommands = AccountAddCommand.class)
final class AccountCommand {}
