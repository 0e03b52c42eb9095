package se.samsyn.aggregator.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the commands; one that asks for its surroundings gets them. */
final class Commands implements CommandLine.IFactory {
  private final Surroundings surroundings;

  Commands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Surroundings.class) {
        return type.cast(constructor.newInstance(surroundings));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
