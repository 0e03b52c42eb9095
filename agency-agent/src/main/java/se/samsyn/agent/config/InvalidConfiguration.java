package se.samsyn.agent.config;

import java.util.List;

/** The configuration or a mapping cannot be used as it stands. Says everything at once. */
public final class InvalidConfiguration extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<String> findings;

  public InvalidConfiguration(List<String> findings) {
    super(String.join("\n", findings));
    this.findings = List.copyOf(findings);
  }

  /** Each with the file, the line and what to do, where they are known. */
  public List<String> findings() {
    return findings;
  }
}
