package se.samsyn.aggregator.database;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Work that is done as a whole or not at all, also when the process is killed in it. */
@Singleton
public class Transactions {
  private final TransactionOperations<Connection> operations;

  Transactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /** Does {@code work} in one transaction (the caller's, if there is one), and commits. */
  public <T> T write(Work<T> work) {
    return operations.executeWrite(status -> work.on(status.getConnection()));
  }

  /** Reads one state of the database. */
  public <T> T read(Work<T> work) {
    return operations.executeRead(status -> work.on(status.getConnection()));
  }

  /** What is done, on a connection that is neither to be closed nor committed. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws Exception;
  }
}
