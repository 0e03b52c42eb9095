package se.samsyn.aggregator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.sealed.SealedRefusal;

/** Turns what went wrong into a sentence and an exit status. */
final class Failures implements IExecutionExceptionHandler {
  private final Texts texts;

  Failures(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof CommandFailed failed) {
      command.getErr().println(failed.text(texts));
      return failed.status();
    }
    if (e instanceof ActionRefused refused) {
      tell(command.getErr(), refused);
      return 1;
    }
    if (e instanceof IOException) {
      command.getErr().println(texts.of("failed.io", e.getMessage()));
      return 2;
    }
    throw e;
  }

  /** What an agency's rules would refuse has a line for each of them. */
  private void tell(PrintWriter err, ActionRefused refused) {
    err.println(texts.of("refused." + refused.why().word(), refused.about().toArray()));
    for (Object about : refused.about()) {
      if (about instanceof SealedRefusal rule) {
        err.println("- " + texts.of("sealed-rule." + rule.word()));
      }
    }
  }
}
