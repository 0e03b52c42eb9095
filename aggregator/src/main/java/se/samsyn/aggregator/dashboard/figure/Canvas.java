package se.samsyn.aggregator.dashboard.figure;

/** What a chart is drawn on; lengths are in the picture's own units, y grows downwards. */
interface Canvas {
  /**
   * @param colour as {@code #rrggbb}
   * @param opacity 0 to 1
   */
  void bar(int x, int y, int width, int height, String colour, double opacity);

  /** What may not be shown. */
  void hatch(int x, int y, int width, int height);

  /** What is not there. */
  void frame(int x, int y, int width, int height);

  /**
   * @param y the line that letters stand on
   */
  void text(int x, int y, String text, int size, boolean bold, String colour);
}
