package se.samsyn.aggregator.step;

import java.util.ServiceLoader;

/**
 * Is told of each {@link Step} just before it happens. In an installation nobody listens; a test
 * puts its own on the class path, and kills the process there.
 */
@FunctionalInterface
public interface Steps {
  /** Called just before {@code step}. */
  void before(Step step);

  /** The listener on the class path, else one that does nothing. */
  static Steps onClassPath() {
    return ServiceLoader.load(Steps.class).findFirst().orElse(step -> {});
  }
}
