package se.samsyn.aggregator.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.samsyn.schemas.message.CollectionId;

/** Which collection: {@code --id ID}, or just {@code ID}. */
final class CollectionOption {
  @ArgGroup(multiplicity = "1")
  private Either either;

  CollectionId id() {
    return either.named != null ? either.named : either.first;
  }

  private static final class Either {
    @Option(names = "--id", descriptionKey = "id", paramLabel = "ID", required = true)
    private CollectionId named;

    @Parameters(index = "0", descriptionKey = "id", paramLabel = "ID")
    private CollectionId first;
  }
}
