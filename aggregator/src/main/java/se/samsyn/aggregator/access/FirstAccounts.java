package se.samsyn.aggregator.access;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Makes the accounts that a new aggregator starts with. */
@Singleton
public class FirstAccounts {
  /** Letters and digits that are not mistaken for each other: 32, so each carries five bits. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP_LENGTH = 4;

  private final AccountRepository accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FirstAccounts(AccountRepository accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * One account per role, named after it.
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
    for (Role role : Role.values()) {
      String password = randomPassword();
      accounts.save(
          Account.of(
              role.word(), role, PasswordHash.of(password.toCharArray(), random), clock.instant()));
      made.add(new NewAccount(role.word(), role, password));
    }
    return List.copyOf(made);
  }

  /** A hundred random bits, in groups that a person can copy. */
  private String randomPassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  /** An account with the password that is shown this once. */
  public record NewAccount(String name, Role role, String password) {
    @Override
    public String toString() {
      return "NewAccount[" + name + ", " + role + "]";
    }
  }
}
