package se.samsyn.aggregator.access;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;

/** Decides whether a name and a password belong to an account. */
@Singleton
public class Logins {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PASSWORD = 200;

  private final AccountRepository accounts;
  private final LoginLimit limit;

  /** What an unknown name is compared with, so that it takes as long as a known one. */
  private final PasswordHash nobody = PasswordHash.of(new char[] {'-'}, new SecureRandom());

  Logins(AccountRepository accounts, LoginLimit limit) {
    this.accounts = accounts;
    this.limit = limit;
  }

  /** What comes of trying {@code typedName} with {@code password}. */
  public Outcome check(String typedName, String password) {
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
      return new Outcome.Wrong();
    }
    Duration wait = limit.begin(name);
    if (!wait.isZero()) {
      return new Outcome.Wait(wait.toSeconds() + 1);
    }
    Optional<Account> account = accounts.findById(name);
    boolean right = account.map(Account::password).orElse(nobody).matches(password.toCharArray());
    if (right && account.isPresent()) {
      limit.succeeded(name);
      return new Outcome.Right(name, account.get().role(), account.get().ownAgency());
    }
    return new Outcome.Wrong();
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /**
     * @param agency whose people it is, with the role {@link Role#AGENCY}
     */
    record Right(String name, Role role, Optional<AgencyId> agency) implements Outcome {}

    record Wrong() implements Outcome {}

    /** Too many failures: not even looked at. */
    record Wait(long seconds) implements Outcome {}
  }
}
