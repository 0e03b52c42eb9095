package se.samsyn.aggregator;

import jakarta.inject.Singleton;

/** Told of each {@link Step}; tests stop the process there. */
public interface Steps {
  void reached(Step step);

  /** What runs in production. */
  @Singleton
  final class Unobserved implements Steps {
    @Override
    public void reached(Step step) {
      // Nobody is watching.
    }
  }
}
