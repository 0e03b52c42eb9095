package se.samsyn.aggregator;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.samsyn.aggregator.access.Accounts;
import se.samsyn.aggregator.access.FirstAccounts;
import se.samsyn.aggregator.access.FirstAccounts.NewAccount;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.dashboard.SampleTables;
import se.samsyn.aggregator.dashboard.SealedSamples;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.aggregator.database.Database;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Invitation;

/**
 * A real aggregator on an embedded PostgreSQL, with the first accounts: one for a test class, that
 * registers it as a static extension and shares it among its tests. It is there before the class's
 * own {@code @BeforeAll} methods and gone, with its folder, after its {@code @AfterAll} ones.
 */
public final class TestAggregator implements BeforeAllCallback, AfterAllCallback {
  /** Whose people the account with the role of an agency is for. */
  public static final AgencyId OWN = new AgencyId("skolan");

  private final Optional<String> areas;
  private final String[] environments;
  private final Map<Role, String> passwords = new EnumMap<>(Role.class);
  private Path root;
  private Database database;
  private EmbeddedServer server;

  /**
   * @param areas what the coordinator tells of areas, as GeoJSON
   * @param environments name sets of test beans
   */
  private TestAggregator(Optional<String> areas, String... environments) {
    this.areas = areas;
    this.environments = environments;
  }

  /** One without agencies and collections. */
  public static TestAggregator empty() {
    return new TestAggregator(Optional.empty());
  }

  /** One whose readers see {@link SampleTables}. */
  public static TestAggregator withSamples() {
    return new TestAggregator(Optional.empty(), SampleTables.ENVIRONMENT);
  }

  /** The same, with areas that the coordinator has told about. */
  public static TestAggregator withSamples(String areas) {
    return new TestAggregator(Optional.of(areas), SampleTables.ENVIRONMENT);
  }

  /** One whose readers see {@link SealedSamples}. */
  public static TestAggregator withSealedSamples() {
    return new TestAggregator(Optional.empty(), SealedSamples.ENVIRONMENT);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    root = Files.createTempDirectory("samsyn-aggregator-test");
    DataFolder folder = DataFolder.at(root);
    Keys.makeMissing(folder);
    if (areas.isPresent()) {
      Files.writeString(folder.areas(), areas.get());
    }
    database = Database.open(folder, Map.of());
    Map<String, Object> settings = new HashMap<>();
    settings.put("samsyn.data", root.toString());
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", -1);
    settings.put("datasources.default.url", database.url());
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    server = ApplicationContext.run(EmbeddedServer.class, settings, environments);
    bean(FirstAccounts.class).create().forEach(a -> passwords.put(a.role(), a.password()));
  }

  /** The data folder, for commands beside the server. */
  public Path folder() {
    return root;
  }

  public URI address() {
    return server.getURI();
  }

  public <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  /** The password of the first account with that role. */
  public String password(Role role) {
    return passwords.get(role);
  }

  /** A browser without scripts that nobody is logged in with. */
  public Visitor visitor() {
    return new Visitor(address());
  }

  /** One that somebody with that role is logged in with; of an agency: {@link #OWN}'s people. */
  public Visitor visitor(Role role) {
    if (role == Role.AGENCY && !passwords.containsKey(role)) {
      addAgencyAccount();
    }
    Visitor visitor = visitor();
    visitor.logIn(role.word(), password(role));
    return visitor;
  }

  private void addAgencyAccount() {
    try {
      Invitation invitation =
          bean(Invitations.class)
              .invite(
                  OWN,
                  "Skolan",
                  new AuthorityId("skolan"),
                  address(),
                  Duration.ofDays(1),
                  AuditTrail.COMMAND_LINE);
      TestAgency.post(
          address(),
          TestAgency.ENROLMENTS,
          TestAgency.of(OWN.value()).enrolment(invitation.token()));
      NewAccount made =
          bean(Accounts.class)
              .add(Role.AGENCY.word(), Role.AGENCY, Optional.of(OWN), AuditTrail.COMMAND_LINE);
      passwords.put(Role.AGENCY, made.password());
    } catch (ActionRefused | IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (server != null) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
