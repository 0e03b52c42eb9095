package se.samsyn.aggregator.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the commands; one that asks for its invocation gets them. */
final class Commands implements CommandLine.IFactory {
  private final Invocation invocation;

  Commands(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Invocation.class) {
        return type.cast(constructor.newInstance(invocation));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
