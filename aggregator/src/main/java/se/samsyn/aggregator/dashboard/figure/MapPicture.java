package se.samsyn.aggregator.dashboard.figure;

import java.util.List;

/**
 * A map drawn by the server from outlines that the coordinator gave: darker is more. It says
 * nothing that the table beside it does not.
 *
 * @param width and {@code height} of the drawing, in its own units
 */
public record MapPicture(int width, int height, List<Shape> shapes) {
  public MapPicture {
    shapes = List.copyOf(shapes);
  }

  /**
   * An area.
   *
   * @param path its outline as SVG writes it
   * @param x where its name is, {@code y} likewise
   * @param text as the table's cell says it
   * @param from how dark it is at least, 0-1
   * @param to how dark at most; more than {@code from} for an interval
   */
  public record Shape(
      String path, int x, int y, String label, String text, String state, double from, double to) {
    public boolean isBand() {
      return state.equals("interval");
    }

    public boolean isKnown() {
      return isBand() || state.equals("value");
    }

    public boolean isHatched() {
      return state.equals("suppressed");
    }
  }
}
