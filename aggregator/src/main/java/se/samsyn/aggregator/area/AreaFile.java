package se.samsyn.aggregator.area;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads areas from a GeoJSON file (RFC 7946): a FeatureCollection whose features have a polygon or
 * none, and the properties {@code code}, and if wanted {@code county} and {@code group}. Other
 * properties, which files of public maps have, are not read.
 */
public final class AreaFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A page that carries a map of more corners than this is slow on a phone. */
  private static final int MOST_CORNERS = 20_000;

  private static final int MOST_LETTERS = 60;

  private AreaFile() {}

  /**
   * The areas in {@code file}; none where there is no such file.
   *
   * @throws IOException when it cannot be read; the message says which feature and what to do
   */
  public static AreaMap read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return AreaMap.EMPTY;
    }
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s, line %d: not JSON".formatted(file, e.getLocation().getLineNr()), e);
    }
    if (!root.path("type").asText().equals("FeatureCollection")
        || !root.path("features").isArray()) {
      throw new IOException(file + ": a GeoJSON FeatureCollection with features is needed");
    }
    List<Area> areas = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    int corners = 0;
    for (JsonNode feature : root.get("features")) {
      String where = "%s, feature %d: ".formatted(file, areas.size() + 1);
      Area area = area(feature, where);
      if (!codes.add(area.code())) {
        throw new IOException(where + "its code has come before; an area is one feature");
      }
      corners += area.outline().stream().mapToInt(List::size).sum();
      areas.add(area);
    }
    if (corners > MOST_CORNERS) {
      throw new IOException(
          "%s: %d corners; simplify the outlines to %d at most"
              .formatted(file, corners, MOST_CORNERS));
    }
    return new AreaMap(areas);
  }

  private static Area area(JsonNode feature, String where) throws IOException {
    JsonNode properties = feature.path("properties");
    return new Area(
        word(properties, "code", where)
            .orElseThrow(() -> new IOException(where + "give it the property \"code\"")),
        word(properties, "county", where),
        word(properties, "group", where),
        outline(feature.path("geometry"), where));
  }

  private static Optional<String> word(JsonNode properties, String name, String where)
      throws IOException {
    JsonNode word = properties.path(name);
    if (word.isMissingNode() || word.isNull()) {
      return Optional.empty();
    }
    if (!word.isTextual() || word.asText().isBlank() || word.asText().length() > MOST_LETTERS) {
      throw new IOException(
          where + "\"%s\" must be text of 1-%d characters".formatted(name, MOST_LETTERS));
    }
    return Optional.of(word.asText());
  }

  private static List<List<Area.Point>> outline(JsonNode geometry, String where)
      throws IOException {
    List<List<Area.Point>> rings = new ArrayList<>();
    if (geometry.isNull() || geometry.isMissingNode()) {
      return rings;
    }
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asText()) {
      case "Polygon" -> addRings(coordinates, rings, where);
      case "MultiPolygon" -> {
        for (JsonNode polygon : coordinates) {
          addRings(polygon, rings, where);
        }
      }
      default -> throw new IOException(where + "a Polygon, a MultiPolygon or null is needed");
    }
    return rings;
  }

  private static void addRings(JsonNode polygon, List<List<Area.Point>> rings, String where)
      throws IOException {
    for (JsonNode ring : polygon) {
      List<Area.Point> points = new ArrayList<>();
      for (JsonNode corner : ring) {
        points.add(point(corner, where));
      }
      if (points.size() < 4) {
        throw new IOException(where + "a ring has four corners or more, the last as the first");
      }
      rings.add(points);
    }
  }

  private static Area.Point point(JsonNode corner, String where) throws IOException {
    double east = corner.path(0).asDouble(Double.NaN);
    double north = corner.path(1).asDouble(Double.NaN);
    if (!(Math.abs(east) <= 180 && Math.abs(north) < 90)) {
      throw new IOException(
          where + "corners are longitude and latitude in degrees (WGS 84); convert it first");
    }
    return new Area.Point(east, north);
  }
}
