package se.samsyn.demo.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs that the demo starts, on the same class path as the launcher {@code ./samsyn}. */
enum Program {
  AGENT("agency-agent", "se.samsyn.agent.cli.Main", "-Xmx512m"),
  AGGREGATOR("aggregator", "se.samsyn.aggregator.Main", "-Xmx768m"),
  DESK("demo", "se.samsyn.demo.run.Desk", "-Xmx512m");

  private final String module;
  private final String mainClass;
  private final String memory;

  Program(String module, String mainClass, String memory) {
    this.module = module;
    this.mainClass = mainClass;
    this.memory = memory;
  }

  /**
   * The command line that starts it.
   *
   * @param home the checkout, with each module built
   * @param temporary the folder of its temporary files
   */
  List<String> command(Path home, Path temporary, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short lives: what the optimising compiler would earn is not worth its time.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", memory));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dsamsyn.home=" + home);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-cp");
    command.add(classPath(home));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /**
   * The demo's own is the one it runs with itself: its tests run before its libraries are laid out.
   */
  private String classPath(Path home) {
    if (this == DESK) {
      return System.getProperty("java.class.path");
    }
    Path target = home.resolve(module).resolve("target");
    return target.resolve("classes") + File.pathSeparator + target.resolve("lib/*");
  }
}
