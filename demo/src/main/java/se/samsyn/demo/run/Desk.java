package se.samsyn.demo.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import se.samsyn.aggregator.cli.AggregatorCommand;

/**
 * The coordinator's command line, kept open: a process that runs one {@code samsyn aggregator}
 * command per line of its input. Dozens of commands would else each wait for a framework to start.
 */
public final class Desk {
  /** Between the arguments of a line. */
  static final String SEPARATOR = "\t";

  /** Starts the line that follows a command's output and ends with its status. */
  static final String STATUS = "\u0000status ";

  private Desk() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(out);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int status = AggregatorCommand.run(System.getenv(), line.split(SEPARATOR, -1));
      out.println(STATUS + status);
    }
  }
}
