package se.samsyn.disclosure.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the program, with what it said. */
public record CommandLineRun(int code, String out, String err) {
  public static CommandLineRun of(Object... arguments) {
    String[] args = new String[arguments.length + 2];
    for (int i = 0; i < arguments.length; i++) {
      args[i] = arguments[i].toString();
    }
    args[arguments.length] = "--lang";
    args[arguments.length + 1] = "en";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine(args).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new CommandLineRun(line.execute(args), out.toString(), err.toString());
  }
}
