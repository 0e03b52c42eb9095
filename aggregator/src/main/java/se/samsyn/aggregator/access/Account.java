package se.samsyn.aggregator.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code account}: a person who may log in. */
@MappedEntity("account")
record Account(
    @Id String name, Role role, byte[] salt, int iterations, byte[] passwordHash, Instant created) {

  static Account of(String name, Role role, PasswordHash hash, Instant created) {
    return new Account(name, role, hash.salt(), hash.iterations(), hash.hash(), created);
  }

  PasswordHash password() {
    return new PasswordHash(salt, iterations, passwordHash);
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + role + "]";
  }
}
