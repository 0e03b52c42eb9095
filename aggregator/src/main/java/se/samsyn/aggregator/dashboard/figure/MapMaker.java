package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.area.Area;
import se.samsyn.aggregator.area.AreaMap;

/** Lays areas out on the flat: degrees of longitude shortened by the cosine of the middle. */
final class MapMaker {
  private static final int MOST_WIDTH = 640;
  private static final int MOST_HEIGHT = 560;
  private static final int MARGIN = 8;

  /** The palest that an area with a number is: paler is taken for empty. */
  private static final double PALEST = 0.12;

  private static final double DARKEST = 0.85;

  private MapMaker() {}

  /**
   * The map of these areas; empty unless two of them or more have an outline.
   *
   * @param rows a figure's rows by the code of their area
   */
  static Optional<MapPicture> of(AreaMap areas, Map<String, Figure.Row> rows) {
    List<Area> drawn =
        areas.areas().stream()
            .filter(a -> rows.containsKey(a.code()) && !a.outline().isEmpty())
            .toList();
    if (drawn.size() < 2) {
      return Optional.empty();
    }
    Extent extent = Extent.of(drawn);
    return Optional.of(
        new MapPicture(
            (int) Math.ceil(extent.width()),
            (int) Math.ceil(extent.height()),
            drawn.stream().map(a -> shape(a, rows.get(a.code()), extent)).toList()));
  }

  private static MapPicture.Shape shape(Area area, Figure.Row row, Extent extent) {
    Figure.Datum datum = row.data().get(0);
    StringBuilder path = new StringBuilder();
    List<Area.Point> largest = List.of();
    for (List<Area.Point> ring : area.outline()) {
      char step = 'M';
      for (Area.Point point : ring) {
        path.append(step).append(extent.x(point)).append(' ').append(extent.y(point));
        step = 'L';
      }
      path.append('Z');
      largest = ring.size() > largest.size() ? ring : largest;
    }
    Area.Point middle = middle(largest);
    return new MapPicture.Shape(
        path.toString(),
        extent.x(middle),
        extent.y(middle),
        row.label(),
        datum.text(),
        datum.state(),
        dark(datum.from()),
        dark(datum.to()));
  }

  private static double dark(int thousandths) {
    return Math.round((PALEST + (DARKEST - PALEST) * thousandths / 1000) * 100) / 100.0;
  }

  /** The centroid of a ring (the shoelace formula); its first corner where it has no surface. */
  private static Area.Point middle(List<Area.Point> ring) {
    double twice = 0;
    double east = 0;
    double north = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      Area.Point a = ring.get(i);
      Area.Point b = ring.get(i + 1);
      double cross = a.east() * b.north() - b.east() * a.north();
      twice += cross;
      east += (a.east() + b.east()) * cross;
      north += (a.north() + b.north()) * cross;
    }
    return twice == 0 ? ring.get(0) : new Area.Point(east / (3 * twice), north / (3 * twice));
  }

  /** What part of the earth is drawn, and how large. */
  private record Extent(
      double west, double north, double shortened, double scale, double width, double height) {
    static Extent of(List<Area> areas) {
      List<Area.Point> corners = new ArrayList<>();
      areas.forEach(a -> a.outline().forEach(corners::addAll));
      double west = corners.stream().mapToDouble(Area.Point::east).min().orElseThrow();
      double east = corners.stream().mapToDouble(Area.Point::east).max().orElseThrow();
      double south = corners.stream().mapToDouble(Area.Point::north).min().orElseThrow();
      double north = corners.stream().mapToDouble(Area.Point::north).max().orElseThrow();
      double shortened = Math.cos(Math.toRadians((south + north) / 2));
      double scale =
          Math.min(
              (MOST_WIDTH - 2 * MARGIN) / Math.max(1e-9, (east - west) * shortened),
              (MOST_HEIGHT - 2 * MARGIN) / Math.max(1e-9, north - south));
      return new Extent(
          west,
          north,
          shortened,
          scale,
          (east - west) * shortened * scale + 2 * MARGIN,
          (north - south) * scale + 2 * MARGIN);
    }

    int x(Area.Point point) {
      return (int) Math.round((point.east() - west) * shortened * scale) + MARGIN;
    }

    int y(Area.Point point) {
      return (int) Math.round((north - point.north()) * scale) + MARGIN;
    }
  }
}
