package se.samsyn.aggregator.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;

/** What the coordinator's pages need to know of open collections, and do with them. */
public interface Rounds {
  /** The open ones. */
  List<OpenRound> open();

  /** The open one that an address names. */
  default Optional<OpenRound> open(String collection) {
    return open().stream()
        .filter(r -> r.manifest().collection().value().equals(collection))
        .findFirst();
  }

  /** How far each agency is in the newest version of a collection, or was when it was closed. */
  List<Delivered> delivered(CollectionId collection);

  /**
   * Closes a collection.
   *
   * @param without the agencies that it is closed without
   * @throws CannotClose when it is not open, or an agency is named that has delivered
   */
  void close(CollectionId collection, Set<AgencyId> without) throws CannotClose;

  /** An open collection and how far each agency is. */
  record OpenRound(CollectionManifest manifest, List<Delivered> delivered) {
    public OpenRound {
      delivered = List.copyOf(delivered);
    }

    public Instant deadline() {
      return manifest.deadline();
    }

    public List<Delivered> waiting() {
      return delivered.stream().filter(d -> !d.isComplete()).toList();
    }
  }

  /**
   * @param tables how many tables have arrived, of {@code expected}
   */
  record Delivered(Participant agency, int tables, int expected) {
    public boolean isComplete() {
      return tables >= expected;
    }
  }

  /** The collection stays as it was. */
  final class CannotClose extends Exception {
    private static final long serialVersionUID = 1;

    public CannotClose(String reason) {
      super(reason);
    }

    /** With the cause, which the pages have a sentence for. */
    public CannotClose(ActionRefused refused) {
      super(refused.getMessage(), refused);
    }
  }
}
