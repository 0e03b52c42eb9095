package se.samsyn.aggregator.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;

/** Who an endpoint is for. */
public enum Audience {
  /** Everybody, without a login; the endpoint shows nothing of any collection. */
  ANYBODY(Set.of()),
  /**
   * An agency's agent, which proves itself by a signature in the request; the endpoint verifies it.
   */
  SIGNED_AGENT(Set.of()),
  /**
   * Whoever has the secret address of a reader's feed, without a login; the endpoint verifies it
   * ({@link FeedAddresses}) and says that something was released, not what it shows.
   */
  FEED_ADDRESS(Set.of()),
  /** Everybody with an account; the endpoint shows nothing of any collection. */
  ACCOUNTS(Set.of(Role.COORDINATOR, Role.STEERING, Role.AGENCY)),
  /** Who reads the joint figures and each agency's in them. */
  READERS(Set.of(Role.COORDINATOR, Role.STEERING)),
  /**
   * An agency's people; the endpoint shows of agencies' own figures theirs only ({@link OwnAgency},
   * {@code joint.OwnTables}).
   */
  OWN_AGENCY(Set.of(Role.AGENCY)),
  /** The coordinator only. */
  COORDINATOR(Set.of(Role.COORDINATOR));

  private final Set<Role> roles;

  Audience(Set<Role> roles) {
    this.roles = roles;
  }

  /** Who is admitted; empty where no login is needed. */
  Set<Role> roles() {
    return roles;
  }

  /** Whether a login is needed. */
  public boolean needsLogin() {
    return !roles.isEmpty();
  }

  /** Whether {@code who} (null: nobody logged in) belongs to it. */
  public boolean admits(@Nullable Authentication who) {
    return !needsLogin()
        || (who != null && roles.stream().anyMatch(r -> who.getRoles().contains(r.word())));
  }
}
