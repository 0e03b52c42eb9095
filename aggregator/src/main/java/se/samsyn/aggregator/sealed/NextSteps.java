package se.samsyn.aggregator.sealed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samsyn.aggregator.sealed.SealedProgress.Waiting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;

/** What a running attempt waits for, told from which messages have arrived. */
final class NextSteps {
  private final SealedPlan plan;
  private final ArrivedMessages arrived;
  private final AgencyId a;
  private final AgencyId b;
  private final List<AgencyId> roles;
  private final List<AgencyId> combiners;

  NextSteps(SealedPlan plan, ArrivedMessages arrived) {
    this.plan = plan;
    this.arrived = arrived;
    SealedManifest manifest = plan.sealed();
    this.a = manifest.roles().a().agency();
    this.b = manifest.roles().b().agency();
    this.roles = manifest.roles().agencies();
    this.combiners = manifest.roles().combiners().stream().map(RoleHolder::agency).toList();
  }

  /** Whether all parts of an agency's contribution are here. */
  boolean hasContributed(AgencyId agency) {
    return arrived.has(Address.toRoles(SealedStep.CONTRIBUTION, agency))
        && arrived.count(SealedStep.SEED, agency) == 1
        && arrived.count(SealedStep.KEY, agency) == 1
        && arrived.count(SealedStep.COLUMNS, agency) == plan.routes().bundles();
  }

  /**
   * Which steps wait for whom.
   *
   * @param late whether the time to contribute has passed: then nobody waits for those who have not
   */
  List<Waiting> waiting(boolean late) {
    if (!arrived.any(SealedStep.SET)) {
      List<Waiting> first = new ArrayList<>();
      int others = 1 + combiners.size();
      add(first, SealedStep.HALF, r -> arrived.count(SealedStep.HALF, r) < others, roles);
      if (!late) {
        add(
            first,
            SealedStep.CONTRIBUTION,
            agency -> !hasContributed(agency),
            plan.sealed().agencies());
      }
      return first.isEmpty() ? List.of(new Waiting(SealedStep.SET, List.of(a))) : first;
    }
    int chunks = Layout.of(plan.sealed()).chunks();
    List<Waiting> next = new ArrayList<>();
    toRoles(next, SealedStep.SET, List.of(a, b));
    counted(next, SealedStep.RANGE, chunks);
    toRoles(next, SealedStep.VERDICT, combiners.subList(0, 1));
    counted(next, SealedStep.TEST, chunks * combiners.size());
    if (next.isEmpty() && !arrived.any(SealedStep.SETTLED)) {
      levels(next);
    }
    toRoles(next, SealedStep.SETTLED, List.of(b));
    toRoles(next, SealedStep.WORD, roles);
    add(next, SealedStep.SHARES, r -> arrived.count(SealedStep.SHARES, r) < 1, List.of(a, b));
    // What comes after an unfinished step does not wait yet.
    return next.isEmpty() ? List.of() : next.subList(0, 1);
  }

  /** The last level that anything has arrived of; whether there is another only the roles know. */
  private void levels(List<Waiting> next) {
    int level =
        Stream.of(SealedStep.TAGS, SealedStep.BITS, SealedStep.SHOWN)
                .mapToInt(arrived::last)
                .max()
                .orElse(-1)
            / 2;
    List<AgencyId> tagging = new ArrayList<>(List.of(a));
    tagging.addAll(combiners);
    toB(next, SealedStep.TAGS, level, tagging);
    add(
        next,
        SealedStep.BITS,
        from ->
            !combiners.stream()
                .allMatch(
                    c -> {
                      int number = Address.level(level, combiners.indexOf(c));
                      return arrived.has(Address.of(SealedStep.BITS, b, a, number))
                          && arrived.has(Address.of(SealedStep.BITS, b, c, number));
                    }),
        List.of(b));
    toB(next, SealedStep.SHOWN, level, combiners);
  }

  /** A sends one message about each combiner, a combiner one about itself. */
  private void toB(List<Waiting> next, SealedStep step, int level, List<AgencyId> from) {
    add(
        next,
        step,
        agency ->
            !combiners.stream()
                .filter(c -> agency.equals(a) || agency.equals(c))
                .map(c -> Address.of(step, agency, b, Address.level(level, combiners.indexOf(c))))
                .allMatch(arrived::has),
        from);
  }

  private void toRoles(List<Waiting> next, SealedStep step, List<AgencyId> from) {
    add(next, step, agency -> !arrived.has(Address.toRoles(step, agency)), from);
  }

  private void counted(List<Waiting> next, SealedStep step, int messages) {
    add(next, step, agency -> arrived.count(step, agency) < messages, List.of(a, b));
  }

  private static void add(
      List<Waiting> next, SealedStep step, Predicate<AgencyId> misses, List<AgencyId> from) {
    List<AgencyId> missing = from.stream().filter(misses).toList();
    if (!missing.isEmpty()) {
      next.add(new Waiting(step, missing));
    }
  }
}
