package se.samsyn.aggregator.cli;

/** A command cannot do what it was asked to: which text says why, and the exit status. */
final class CommandFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Object[] values;

  private CommandFailed(int status, String key, Object... values) {
    super(key);
    this.status = status;
    this.values = values;
  }

  /** Status 1: the data or the state of things do not allow it. */
  static CommandFailed refused(String key, Object... values) {
    return new CommandFailed(1, key, values);
  }

  /** Status 2: it was called wrongly, or the installation is not in order. */
  static CommandFailed wrongUse(String key, Object... values) {
    return new CommandFailed(2, key, values);
  }

  int status() {
    return status;
  }

  String text(Texts texts) {
    return texts.of(getMessage(), values);
  }
}
