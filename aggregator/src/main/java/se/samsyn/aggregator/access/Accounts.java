package se.samsyn.aggregator.access;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.samsyn.aggregator.access.FirstAccounts.NewAccount;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.message.AgencyId;

/** Makes accounts beside the first ones. */
@Singleton
public class Accounts {
  /** As the database's {@code account_name_form}. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.@_-]{2,79}");

  private final AccountRepository accounts;
  private final Agencies agencies;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Accounts(AccountRepository accounts, Agencies agencies, AuditTrail audit, Clock clock) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param agency whose people it is for; present with {@link Role#AGENCY} and no other role
   * @return the account with its password, to be shown once
   * @throws ActionRefused when the name is taken or has no such form, or the agency does not fit
   */
  @Transactional(rollbackFor = ActionRefused.class)
  public NewAccount add(String typedName, Role role, Optional<AgencyId> agency, String actor)
      throws ActionRefused {
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches()) {
      throw new ActionRefused(Why.BAD_VALUE, "--name");
    }
    if ((role == Role.AGENCY) != agency.isPresent()) {
      throw new ActionRefused(Why.BAD_VALUE, "--agency");
    }
    if (agency.isPresent() && agencies.enrolled(agency.get()).isEmpty()) {
      throw new ActionRefused(Why.AGENCY_UNKNOWN, agency.get());
    }
    if (accounts.existsById(name)) {
      throw new ActionRefused(Why.ACCOUNT_EXISTS, name);
    }
    String password = RandomPassword.of(random);
    accounts.save(
        Account.of(
            name, role, agency, PasswordHash.of(password.toCharArray(), random), clock.instant()));
    audit.done(actor, AuditAction.MAKE_ACCOUNT, name);
    return new NewAccount(name, role, password);
  }
}
