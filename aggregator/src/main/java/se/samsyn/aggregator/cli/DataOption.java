package se.samsyn.aggregator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.database.DataFolder;

/** The option that every command has: where the aggregator's folder is. */
final class DataOption {
  @Option(
      names = "--data",
      descriptionKey = "data",
      paramLabel = "DIR",
      defaultValue = "samsyn-data")
  private Path data;

  DataFolder folder() {
    return DataFolder.at(data);
  }

  /** Opens what {@code init} has made, without a server. */
  Workplace open(Invocation invocation) throws CommandFailed, IOException {
    return open(invocation, Map.of());
  }

  /**
   * Opens what {@code init} has made.
   *
   * @param settings of the framework, such as the server's address
   */
  Workplace open(Invocation invocation, Map<String, Object> settings)
      throws CommandFailed, IOException {
    if (!Keys.exist(folder())) {
      throw CommandFailed.wrongUse("failed.not-initialised", folder().root());
    }
    return Workplace.open(folder(), invocation.environment(), settings);
  }
}
