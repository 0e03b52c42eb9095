package se.samsyn.disclosure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import se.samsyn.disclosure.jj.JjReader;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.spec.SpecifiedTableReader;

/** The file that a command is given, told apart by the end of its name. */
record Input(Path file, Kind kind) {
  enum Kind {
    JJ,
    YAML
  }

  /**
   * @throws MalformedInput if it is neither, or there is none
   */
  static Input of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file)) {
      throw new MalformedInput(file + ": there is no such file");
    }
    if (name.endsWith(".jj")) {
      return new Input(file, Kind.JJ);
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return new Input(file, Kind.YAML);
    }
    throw new MalformedInput(
        file + ": a tau-ARGUS .jj or a specification .yaml is expected (docs/protect.md)");
  }

  Subject read() throws IOException {
    if (kind == Kind.YAML) {
      return Subject.of(SpecifiedTableReader.read(file));
    }
    try {
      return Subject.of(JjReader.read(file));
    } catch (MalformedInput e) {
      throw new MalformedInput(file.getFileName() + " " + e.getMessage(), e);
    }
  }
}
