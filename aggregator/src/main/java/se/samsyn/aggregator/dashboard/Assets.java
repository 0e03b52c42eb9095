package se.samsyn.aggregator.dashboard;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.envelope.Sha256;

/**
 * The style sheet, scripts and icon, all served by us. A file's address holds a piece of its hash,
 * so that browsers may keep it and still see a new one at once.
 */
@Singleton
public final class Assets {
  /** The whole of Apache ECharts as its jar has it, unchanged. */
  private static final String ECHARTS =
      "META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

  private final Map<String, Asset> byName = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();

  Assets() {
    add("samsyn.css", "web/assets/samsyn.css", "text/css;charset=utf-8");
    add("charts.js", "web/assets/charts.js", "text/javascript;charset=utf-8");
    add("echarts.js", ECHARTS, "text/javascript;charset=utf-8");
    add("icon.svg", "web/assets/icon.svg", "image/svg+xml");
  }

  /** The address of a file that exists. */
  public String address(String file) {
    return addresses.get(file);
  }

  /** What is at {@code name}, the last part of an address. */
  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private void add(String file, String resource, String type) {
    byte[] bytes = read(resource);
    String hash = Sha256.of(bytes).hex().substring(0, 12);
    int dot = file.lastIndexOf('.');
    String name = file.substring(0, dot) + "-" + hash + file.substring(dot);
    byName.put(name, new Asset(bytes, MediaType.of(type)));
    addresses.put(file, "/assets/" + name);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Asset(byte[] bytes, MediaType type) {
    @Override
    public String toString() {
      return new String(bytes, 0, Math.min(bytes.length, 20), StandardCharsets.UTF_8);
    }
  }
}
