package se.samsyn.agent.cli;

import java.nio.file.Path;
import java.time.Clock;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.approval.DraftStore;
import se.samsyn.agent.keys.KeyStore;
import se.samsyn.agent.protect.HiddenNumbers;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.json.Codecs;

/** The agent as a process of its own, that stops at a given step and waits to be killed there. */
public final class KillableAgent {
  static final String WAITING = "waiting to be killed at ";

  private KillableAgent() {}

  /** First argument: the step; then the command line, or {@code draft STATE TABLE-FILE}. */
  public static void main(String[] args) throws Exception {
    Step target = Step.valueOf(args[0]);
    Steps steps =
        step -> {
          if (step == target) {
            System.out.println(WAITING + step);
            System.out.flush();
            sleepForEver();
          }
        };
    String[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
    if (rest[0].equals("draft")) {
      StateFolder state = new StateFolder(Path.of(rest[1]));
      byte[] table = java.nio.file.Files.readAllBytes(Path.of(rest[2]));
      new DraftStore(state, new KeyStore(state).load().orElseThrow(), steps)
          .put(Codecs.PROTECTED_TABLE.read(table), HiddenNumbers.NONE, java.util.List.of());
    } else {
      System.exit(Main.run(steps, Clock.systemUTC(), rest));
    }
  }

  private static void sleepForEver() {
    while (true) {
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        // Only SIGKILL ends this process.
      }
    }
  }
}
