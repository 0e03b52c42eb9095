package se.samsyn.agent;

/** Told of each {@link Step}; tests stop the process there, production does nothing. */
@FunctionalInterface
public interface Steps {
  Steps UNOBSERVED = step -> {};

  void reached(Step step);
}
