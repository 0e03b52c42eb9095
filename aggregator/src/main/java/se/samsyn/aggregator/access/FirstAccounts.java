package se.samsyn.aggregator.access;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the accounts that a new aggregator starts with. */
@Singleton
public class FirstAccounts {
  private final AccountRepository accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FirstAccounts(AccountRepository accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A coordinator and a steering group, named so.
   *
   * @return the new accounts with their passwords, which are stored nowhere: to be shown once;
   *     empty when there are accounts already
   */
  @Transactional
  public List<NewAccount> create() {
    if (accounts.count() > 0) {
      return List.of();
    }
    List<NewAccount> made = new ArrayList<>();
    for (Role role : List.of(Role.COORDINATOR, Role.STEERING)) {
      String password = RandomPassword.of(random);
      accounts.save(
          Account.of(
              role.word(),
              role,
              Optional.empty(),
              PasswordHash.of(password.toCharArray(), random),
              clock.instant()));
      made.add(new NewAccount(role.word(), role, password));
    }
    return List.copyOf(made);
  }

  /** An account with the password that is shown this once. */
  public record NewAccount(String name, Role role, String password) {
    @Override
    public String toString() {
      return "NewAccount[" + name + ", " + role + "]";
    }
  }
}
