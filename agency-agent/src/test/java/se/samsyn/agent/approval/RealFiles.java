package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public data that some tests run on; see docs/development.md. */
final class RealFiles {
  private RealFiles() {}

  /** The folder; without it a test is skipped, but where CI is set it fails. */
  static Path folder() {
    Path folder = Path.of(System.getProperty("samsyn.data", "../shared/data"));
    if (!Files.isDirectory(folder)) {
      if (System.getenv("CI") != null) {
        fail("the real files are not in " + folder + "; set -Dsamsyn.data");
      }
      assumeTrue(false, "no real files");
    }
    return folder.toAbsolutePath().normalize();
  }

  static Path samples() {
    return Path.of(System.getProperty("samsyn.root", ".."), "docs", "samples");
  }
}
