package se.samsyn.aggregator.release.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.aggregator.release.RemedyKind;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AgencyId;

/**
 * Why a release was not made, and what would do. It names groups and never says how many are in
 * them.
 *
 * @param remedies the one that shows most comes first; none: it can only be held
 */
public record Objections(List<Objection> objections, List<Option> remedies) {
  public Objections {
    objections = List.copyOf(objections);
    remedies = List.copyOf(remedies);
  }

  /**
   * @param kind the word of what would be learnt, for the texts
   * @param groups about whom
   * @param insider the agency that would learn it by subtracting its own part; empty: everybody
   * @param releases without any of which it would not come out
   */
  public record Objection(
      String kind, List<Text> groups, Optional<AgencyId> insider, Set<String> releases) {
    public Objection {
      groups = List.copyOf(groups);
      releases = Set.copyOf(releases);
    }
  }

  /**
   * A change of the release that was checked like the release itself.
   *
   * @param token names it: a number, and a hash of what it hides, so that what is picked is what
   *     was read
   * @param about the dimension or tables concerned
   * @param percent of the release that would still be shown
   */
  public record Option(
      String token, RemedyKind kind, Text about, int percent, Set<HiddenCell> hidden) {
    public Option {
      hidden = Set.copyOf(hidden);
    }
  }
}
