package se.samsyn.aggregator.area;

import java.util.List;
import java.util.Optional;

/**
 * An area of which joint numbers may tell.
 *
 * @param code as the definitions' area dimensions write it
 * @param county the name of the county that it lies in
 * @param group what areas that are like it are called together
 * @param outline its rings, those around holes too; empty where no geometry is given
 */
public record Area(
    String code, Optional<String> county, Optional<String> group, List<List<Point>> outline) {
  public Area {
    outline = outline.stream().map(List::copyOf).toList();
  }

  /** A corner, in degrees of longitude and latitude as GeoJSON has it. */
  public record Point(double east, double north) {}
}
