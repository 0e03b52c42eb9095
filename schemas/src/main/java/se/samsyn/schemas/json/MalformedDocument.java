package se.samsyn.schemas.json;

import java.util.List;

/**
 * A document that is not what its schema says. Each finding tells where (a JSON Pointer) and what;
 * none repeats a value, since a value may be a person's.
 */
public final class MalformedDocument extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<String> findings;

  public MalformedDocument(String what, List<String> findings) {
    super(what + ": " + String.join("; ", findings));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is wrong, at once. */
  public List<String> findings() {
    return findings;
  }
}
