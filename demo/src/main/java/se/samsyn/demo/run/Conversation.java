package se.samsyn.demo.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** The other end of a {@link Desk}: one command at a time. */
final class Conversation {
  private final PrintStream commands;
  private final BufferedReader answers;
  private final String program;
  private final Path log;

  /**
   * @param log keeps what the commands print
   */
  Conversation(Process desk, Program program, Path log) {
    this.commands = new PrintStream(desk.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
    this.program = program.name().toLowerCase(Locale.ROOT);
    this.log = log;
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
        keep(arguments, printed);
        String status = line.substring(Desk.STATUS.length());
        if (!status.equals("0")) {
          throw failed(arguments, "ended with status " + status);
        }
        return printed.toString();
      }
      printed.append(line).append('\n');
    }
    throw failed(arguments, "ended with its process");
  }

  /** No more commands: the other end stops by itself. */
  void close() throws IOException {
    commands.close();
    answers.close();
  }

  private void keep(List<String> arguments, StringBuilder printed) throws IOException {
    Files.writeString(
        log,
        "$ samsyn %s %s%n%s".formatted(program, String.join(" ", arguments), printed),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private ProgramFailed failed(List<String> arguments, String how) {
    return new ProgramFailed(
        "samsyn %s %s %s; see %s and the .err.log beside it"
            .formatted(program, String.join(" ", arguments), how, log));
  }
}
