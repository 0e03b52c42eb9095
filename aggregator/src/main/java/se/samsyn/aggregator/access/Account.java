package se.samsyn.aggregator.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;

/** A row of {@code account}: a person who may log in. */
@MappedEntity("account")
record Account(
    @Id String name,
    Role role,
    @Nullable String agency,
    byte[] salt,
    int iterations,
    byte[] passwordHash,
    Instant created) {

  static Account of(
      String name, Role role, Optional<AgencyId> agency, PasswordHash hash, Instant created) {
    return new Account(
        name,
        role,
        agency.map(AgencyId::value).orElse(null),
        hash.salt(),
        hash.iterations(),
        hash.hash(),
        created);
  }

  /** Whose people it is for. */
  Optional<AgencyId> ownAgency() {
    return Optional.ofNullable(agency).map(AgencyId::new);
  }

  PasswordHash password() {
    return new PasswordHash(salt, iterations, passwordHash);
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + role + "]";
  }
}
