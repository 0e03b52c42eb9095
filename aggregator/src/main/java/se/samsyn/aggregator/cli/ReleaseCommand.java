package se.samsyn.aggregator.cli;

import picocli.CommandLine.Command;

/** {@code release}: what readers see of closed collections. */
@Command(
    name = "release",
    subcommands = {
      ReleaseMakeCommand.class,
      ReleaseWithdrawCommand.class,
      ReleaseListCommand.class
    })
final class ReleaseCommand {}
