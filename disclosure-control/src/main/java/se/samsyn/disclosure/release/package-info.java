/**
 * Whether a new release may be made beside all that was released before, seen from outside: the
 * attacker, and whoever checks, has the published figures and the definitions and nothing else.
 *
 * <p>A {@link se.samsyn.disclosure.release.PublishedRelease} tells per table what readers see: each
 * {@link se.samsyn.disclosure.release.Figure} is about a {@link
 * se.samsyn.disclosure.release.Subject}, a concept over an {@link
 * se.samsyn.disclosure.release.Extent} of records, so that figures of any tables, groupings and
 * periods can be put together. {@link se.samsyn.disclosure.release.ReleaseCheck} does that and
 * answers with a {@link se.samsyn.disclosure.release.Verdict}: safe, unsafe with findings and
 * ranked remedies, or contradictory. Who has the data protects a table with the package {@code
 * history}.
 */
package se.samsyn.disclosure.release;
