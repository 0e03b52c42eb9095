package se.samsyn.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.samsyn.demo.run.Demo;
import se.samsyn.demo.run.ProgramFailed;

/** {@code samsyn demo}: three sample agencies, one joint page. */
@Command(
    name = "samsyn demo",
    resourceBundle = "se.samsyn.demo.messages",
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @Option(names = "--exit", descriptionKey = "exit")
  private boolean exit;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N", descriptionKey = "seed")
  private long seed;

  @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "dir")
  private Path folder;

  @Option(names = "--port", defaultValue = "8420", paramLabel = "N", descriptionKey = "port")
  private int port;

  @Option(names = "--lang", paramLabel = "sv|en", descriptionKey = "lang")
  private String language;

  @Option(names = "--home", hidden = true, descriptionKey = "home")
  private Path home;

  public static void main(String[] arguments) {
    Locale.setDefault(Language.chosen(arguments, System.getenv("LANG")));
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = new Texts(Locale.getDefault());
    Path checkout =
        Optional.ofNullable(home)
            .or(() -> Optional.ofNullable(System.getProperty("samsyn.home")).map(Path::of))
            .orElse(Path.of(""))
            .toAbsolutePath();
    if (folder != null && Files.isDirectory(folder) && !isEmpty(folder)) {
      System.err.println(texts.get("dir.not-empty", folder));
      return CommandLine.ExitCode.USAGE;
    }
    WorkFolder work = WorkFolder.at(Optional.ofNullable(folder));
    Demo demo = new Demo(checkout, work.path(), seed, port, texts, System.out);
    // Also on Ctrl-C: first what runs, then the files it has open.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  demo.close();
                  work.close();
                },
                "stop the demo"));
    try {
      demo.run();
      if (!exit) {
        demo.serveUntilStopped();
      }
      return CommandLine.ExitCode.OK;
    } catch (ProgramFailed e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
