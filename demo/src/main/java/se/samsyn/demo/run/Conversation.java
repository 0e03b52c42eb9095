package se.samsyn.demo.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The other end of a {@link Desk}: one command at a time. */
final class Conversation {
  private final PrintStream commands;
  private final BufferedReader answers;

  Conversation(Process desk) {
    this.commands = new PrintStream(desk.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Runs a command to its end.
   *
   * @return what it printed
   * @throws ProgramFailed when its status is not 0
   */
  synchronized String run(List<String> arguments) throws IOException, ProgramFailed {
    commands.println(String.join(Desk.SEPARATOR, arguments));
    StringBuilder printed = new StringBuilder();
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(Desk.STATUS)) {
        String status = line.substring(Desk.STATUS.length());
        if (!status.equals("0")) {
          throw new ProgramFailed(
              "samsyn aggregator %s ended with status %s; see coordinator.err.log%n%s"
                  .formatted(String.join(" ", arguments), status, printed));
        }
        return printed.toString();
      }
      printed.append(line).append('\n');
    }
    throw new ProgramFailed("the coordinator's process ended; see coordinator.err.log");
  }
}
