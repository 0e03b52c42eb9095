package se.samsyn.aggregator;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import se.samsyn.aggregator.area.AreaFile;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.database.DataFolder;

/** What the features are given from outside: folder, keys, clock, and who is told of steps. */
@Factory
final class Surroundings {
  @Singleton
  DataFolder folder(@Value("${samsyn.data}") String data) {
    return DataFolder.at(Path.of(data));
  }

  @Singleton
  Keys keys(DataFolder folder) throws IOException {
    return Keys.load(folder);
  }

  @Singleton
  AreaMap areas(DataFolder folder) throws IOException {
    return AreaFile.read(folder.areas());
  }

  @Singleton
  Steps steps() {
    return Steps.onClassPath();
  }

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
