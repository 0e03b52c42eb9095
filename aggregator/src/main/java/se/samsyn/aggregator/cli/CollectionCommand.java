package se.samsyn.aggregator.cli;

import picocli.CommandLine.Command;

/** {@code collection}: what is gathered, for which period, from whom. */
@Command(
    name = "collection",
    subcommands = {
      CollectionCreateCommand.class,
      CollectionCloseCommand.class,
      CollectionEndCommand.class,
      CollectionListCommand.class
    })
final class CollectionCommand {}
