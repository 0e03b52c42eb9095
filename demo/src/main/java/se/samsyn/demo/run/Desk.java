package se.samsyn.demo.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import se.samsyn.aggregator.cli.AggregatorCommand;

/**
 * A command line that is kept open: a process that runs one {@code samsyn agent} or {@code samsyn
 * aggregator} command per line of its input. The demo gives over a hundred of them, and each would
 * else wait for a virtual machine, a database driver or a framework to start.
 */
public final class Desk {
  /** Between the arguments of a line. */
  static final String SEPARATOR = "\t";

  /** Starts the line that follows a command's output and ends with its status. */
  static final String STATUS = "\u0000status ";

  private Desk() {}

  /**
   * @param arguments the {@link Program} whose commands are run
   */
  public static void main(String[] arguments) throws IOException {
    Program program = Program.valueOf(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(out);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] command = line.split(SEPARATOR, -1);
      int status =
          program == Program.AGENT
              ? se.samsyn.agent.cli.Main.run(command)
              : AggregatorCommand.run(System.getenv(), command);
      out.println(STATUS + status);
    }
    System.exit(0);
  }
}
