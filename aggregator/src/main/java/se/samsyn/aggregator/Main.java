package se.samsyn.aggregator;

import java.util.Map;
import se.samsyn.aggregator.cli.AggregatorCommand;

/** The aggregator's command line: {@code ./samsyn aggregator ...}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    System.exit(AggregatorCommand.run(environment, args));
  }
}
