package se.samsyn.disclosure.release;

import java.util.List;

/**
 * What was looked at; holds no figures, so it may be kept with the release.
 *
 * @param against the earlier releases that are about some of the same records, as ids
 * @param figures of the new release
 * @param groups how many groups the tables together can tell apart or add up to
 * @param attacked how many of them needed a program, because no rule of thumb shows them safe
 * @param minimumFrequency k
 */
public record CheckReport(
    List<String> against, int figures, int groups, int attacked, int minimumFrequency) {
  public CheckReport {
    against = List.copyOf(against);
  }
}
