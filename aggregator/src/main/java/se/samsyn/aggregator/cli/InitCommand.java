package se.samsyn.aggregator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.access.FirstAccounts;
import se.samsyn.aggregator.database.Transactions;

/** {@code init}: keys, database and the first accounts. Safe to repeat. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  InitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = invocation.texts();
    Keys keys = Keys.makeMissing(data.folder());
    invocation.steps().reached(Step.INIT_KEYS_WRITTEN);
    try (Workplace workplace = data.open(invocation)) {
      invocation.steps().reached(Step.INIT_DATABASE_MIGRATED);
      out.println(
          texts.of(
              "init.done", data.folder().root(), keys.signing().verificationKey().fingerprint()));
      // Shown before they are committed: whoever is interrupted runs it again and gets others,
      // instead of accounts whose passwords nobody has seen.
      workplace
          .get(Transactions.class)
          .write(
              connection -> {
                show(workplace.get(FirstAccounts.class).create(), out);
                invocation.steps().reached(Step.INIT_ACCOUNTS_SHOWN);
                return out;
              });
    }
    out.flush();
    return 0;
  }

  private void show(List<FirstAccounts.NewAccount> accounts, PrintWriter out) {
    Texts texts = invocation.texts();
    out.println(texts.of(accounts.isEmpty() ? "init.accounts-exist" : "init.accounts"));
    accounts.forEach(a -> out.println(texts.of("init.account", a.name(), a.password())));
    out.flush();
  }
}
