package se.samsyn.aggregator.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.access.Accounts;
import se.samsyn.aggregator.access.FirstAccounts.NewAccount;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.schemas.message.AgencyId;

/** {@code account add}: an account for a person, with a password that is shown once. */
@Command(name = "add")
final class AccountAddCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Option(names = "--name", descriptionKey = "account.name", paramLabel = "NAME", required = true)
  private String name;

  @Option(names = "--role", descriptionKey = "account.role", paramLabel = "ROLE", required = true)
  private Role role;

  @Option(names = "--agency", descriptionKey = "account.agency", paramLabel = "ID")
  private AgencyId agency;

  AccountAddCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    try (Workplace workplace = data.open(invocation)) {
      NewAccount made =
          workplace
              .get(Accounts.class)
              .add(name, role, Optional.ofNullable(agency), AuditTrail.COMMAND_LINE);
      spec.commandLine()
          .getOut()
          .println(invocation.texts().of("init.account", made.name(), made.password()));
    }
    return 0;
  }
}
