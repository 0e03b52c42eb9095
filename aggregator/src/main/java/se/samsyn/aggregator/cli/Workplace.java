package se.samsyn.aggregator.cli;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.aggregator.database.Database;

/**
 * What a command works with: the data folder, its database (migrated) and the services on it. A
 * command beside a running server has its own, on the same database.
 */
public final class Workplace implements AutoCloseable {
  private final Database database;
  private final ApplicationContext context;

  private Workplace(Database database, ApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /**
   * Opens the database and starts the services, but no server.
   *
   * @param settings further settings of the framework
   */
  public static Workplace open(
      DataFolder folder, Map<String, String> environment, Map<String, Object> settings)
      throws IOException {
    Database database = Database.open(folder, environment);
    try {
      Map<String, Object> properties = new HashMap<>(settings);
      properties.put("samsyn.data", folder.root().toString());
      properties.put("datasources.default.url", database.url());
      properties.put("datasources.default.username", database.user());
      properties.put("datasources.default.password", database.password());
      ApplicationContext context =
          ApplicationContext.builder()
              .mainClass(se.samsyn.aggregator.Main.class)
              .banner(false)
              .deduceEnvironment(false)
              .properties(properties)
              .start();
      return new Workplace(database, context);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The service of this type. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
