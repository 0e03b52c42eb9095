package se.samsyn.agent.send;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.comparison.Comparability;
import se.samsyn.comparison.CountedTable;
import se.samsyn.comparison.Hindrance;
import se.samsyn.schemas.envelope.Sha256;

/**
 * What the ledger says that others may have. Only what was shown is kept, never what was hidden:
 * the drafts, which are files by hash, and whose hashes the ledger signs.
 */
public final class SentTables {
  private final ManifestStore manifests;
  private final Ledger ledger;
  private final DraftStore drafts;

  public SentTables(ManifestStore manifests, Ledger ledger, DraftStore drafts) {
    this.manifests = manifests;
    this.ledger = ledger;
    this.drafts = drafts;
  }

  /**
   * Also what may have arrived without a receipt, and what the aggregator says that it refused: it
   * may have read it. But where what was refused cannot be compared it is left out, for an honest
   * refusal must not bar the records for ever.
   *
   * @throws NotDone when what was sent is no longer here, or cannot be compared with the new table:
   *     then nothing can be protected against it
   */
  public SentBefore before(CountedTable next) throws NotDone, IOException {
    Map<Sha256, CountedTable> counted = new LinkedHashMap<>();
    Set<Sha256> refused = new HashSet<>();
    for (LedgerEntry entry : ledger.deliveries()) {
      if (!entry.kind().isSealed()) {
        if (counted.putIfAbsent(entry.table(), counted(manifests, entry)) == null) {
          refused.add(entry.table());
        }
        if (entry.kind() != LedgerEntry.Kind.REFUSED) {
          refused.remove(entry.table());
        }
      }
    }
    for (Sha256 hash : refused) {
      CountedTable mine = counted.get(hash);
      boolean bars =
          Stream.concat(
                  Stream.of(next),
                  counted.keySet().stream().filter(h -> !refused.contains(h)).map(counted::get))
              .anyMatch(other -> Comparability.between(other, mine).isPresent());
      if (bars) {
        counted.remove(hash);
      }
    }
    Set<CountedTable> connected = connected(next, counted);
    requireComparable(next, connected);
    List<Earlier> versions = new ArrayList<>();
    List<SentTable> all = new ArrayList<>();
    for (Sha256 hash : counted.keySet()) {
      if (connected.contains(counted.get(hash))) {
        Earlier sent =
            drafts.findEarlier(hash).orElseThrow(() -> new NotDone("send.earlier-missing", hash));
        all.add(new SentTable(counted.get(hash), sent.table()));
        if (counted.get(hash).equals(next)) {
          versions.add(sent);
        }
      }
    }
    return new SentBefore(versions, all);
  }

  /**
   * What an entry's table counts.
   *
   * @throws NotDone when the collection that asked is no longer here: then nobody can tell whether
   *     two tables meet, and nothing may leave
   */
  static CountedTable counted(ManifestStore manifests, LedgerEntry entry)
      throws IOException, NotDone {
    return manifests
        .find(entry.manifest())
        .flatMap(m -> m.manifest().definition(entry.definition()))
        .map(definition -> new CountedTable(definition, entry.period()))
        .orElseThrow(
            () -> new NotDone("send.collection-missing", entry.collection(), entry.manifest()));
  }

  /** All that shares records with the table, or with what does, over any number of steps. */
  private static Set<CountedTable> connected(CountedTable next, Map<Sha256, CountedTable> counted) {
    Set<CountedTable> connected = new LinkedHashSet<>();
    Deque<CountedTable> queue = new ArrayDeque<>(List.of(next));
    while (!queue.isEmpty()) {
      CountedTable table = queue.poll();
      for (CountedTable other : counted.values()) {
        if (table.intersects(other) && connected.add(other)) {
          queue.add(other);
        }
      }
    }
    return connected;
  }

  private static void requireComparable(CountedTable next, Set<CountedTable> connected)
      throws NotDone {
    List<CountedTable> all = new ArrayList<>(List.of(next));
    for (CountedTable other : connected) {
      all.add(other);
      Optional<Hindrance> hindrance = Comparability.among(all);
      if (hindrance.isPresent()) {
        throw new NotDone(
            "send.intersecting."
                + hindrance.get().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            next.definition().ref(),
            next.period(),
            other.definition().ref(),
            other.period());
      }
    }
  }
}
