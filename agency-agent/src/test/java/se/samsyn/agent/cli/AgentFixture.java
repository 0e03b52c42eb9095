package se.samsyn.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.keys.KeyStore;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.outbox.Outbox;
import se.samsyn.agent.protect.HiddenNumbers;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.table.ProtectedTable;

/** An agent in a folder, and an aggregator that it talks to. */
final class AgentFixture implements AutoCloseable {
  final TestAggregator aggregator = new TestAggregator();
  final StateFolder state;
  final Path config;
  final Path invitation;

  AgentFixture(Path folder) throws IOException {
    state = new StateFolder(folder.resolve("state"));
    config = folder.resolve("agent.yaml");
    Files.writeString(config, "agency: skolan\nstate: state\nlanguage: en\n");
    invitation = folder.resolve("invitation.json");
    Files.write(invitation, Codecs.INVITATION.write(aggregator.invitation()));
  }

  int run(String... args) {
    return Main.run(Steps.UNOBSERVED, Clock.systemUTC(), args);
  }

  int init() {
    return run("init", "--config", config.toString(), "--invitation", invitation.toString());
  }

  int collections() {
    return run("collections", "--config", config.toString());
  }

  int send(Sha256 hash) {
    return run("send", "--config", config.toString(), "--approve", hash.hex());
  }

  /** The agency's key, made now if init has not made it. */
  SigningKey key() throws IOException {
    state.create();
    return new KeyStore(state).loadOrMake(new SecureRandom(), Steps.UNOBSERVED);
  }

  Sha256 draft(ProtectedTable table, Sha256... earlier) throws IOException {
    state.create();
    return new DraftStore(state, key(), Steps.UNOBSERVED)
        .put(table, HiddenNumbers.NONE, List.of(earlier));
  }

  /** An enrolled agent with one open collection of one definition. @return that definition */
  Definition enrolledWithOneCollection() throws Exception {
    aggregator.open(1, key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    if (init() != 0 || collections() != 0) {
      throw new IllegalStateException("the honest path does not work");
    }
    return aggregator.manifests.get(0).definitions().get(0);
  }

  Ledger ledger() throws Exception {
    return Ledger.open(state, key());
  }

  boolean outboxIsEmpty() throws IOException {
    return new Outbox(state).waiting().isEmpty();
  }

  @Override
  public void close() {
    aggregator.close();
  }
}
