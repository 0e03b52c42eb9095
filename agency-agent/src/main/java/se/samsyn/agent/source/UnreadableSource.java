package se.samsyn.agent.source;

import java.util.List;

/**
 * A source cannot be read, or not as the mapping says. The message names file, row and column and
 * what to do, and never a value. DuckDB's own messages print raw rows: none is ever the cause.
 */
public final class UnreadableSource extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<String> findings;

  public UnreadableSource(List<String> findings) {
    super(String.join("\n", findings));
    this.findings = List.copyOf(findings);
  }

  public UnreadableSource(String finding) {
    this(List.of(finding));
  }

  public List<String> findings() {
    return findings;
  }
}
