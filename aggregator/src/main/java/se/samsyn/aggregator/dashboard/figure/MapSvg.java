package se.samsyn.aggregator.dashboard.figure;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.samsyn.aggregator.dashboard.figure.MapPicture.Shape;
import se.samsyn.aggregator.dashboard.text.Texts;

/**
 * A figure's map as SVG 1.1 that needs nothing beside it: on a slide there is no style sheet, no
 * legend and no page around it that says the period, so all of these are in the picture.
 */
public final class MapSvg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String MORE = "#1f7a84";
  private static final String GROUND = "#eef1f1";
  private static final String LINES = "#9aa8aa";
  private static final int MARGIN = 24;
  private static final int HEAD = 84;
  private static final int LINE = 24;
  private static final int KEY_WIDTH = 34;
  private static final int KEY_HEIGHT = 14;

  private static final String VALUE = "value";

  /** In the order of the legend. */
  private static final List<String> STATES =
      List.of(VALUE, "interval", "suppressed", "not-reported", "not-applicable");

  private final MapPicture map;
  private final Chart chart;
  private final XMLStreamWriter svg;

  private MapSvg(MapPicture map, Chart chart, XMLStreamWriter svg) {
    this.map = map;
    this.chart = chart;
    this.svg = svg;
  }

  /** The document; empty where the chart's figure has no map. */
  public static Optional<String> of(Chart chart) {
    return chart.figure().map().map(map -> write(map, chart));
  }

  private static String write(MapPicture map, Chart chart) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new MapSvg(map, chart, svg).draw();
      svg.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a map cannot be written", e);
    }
    return text.toString();
  }

  private void draw() throws XMLStreamException {
    List<String> legend = STATES.stream().filter(this::occurs).toList();
    int below = HEAD + map.height() + LINE;
    int height = below + (legend.size() + chart.figure().notes().size() + 1) * LINE + MARGIN / 2;
    svg.writeStartElement("svg");
    svg.writeDefaultNamespace(NAMESPACE);
    attributes("viewBox", "0 0 " + Chart.WIDTH + " " + height, "width", Chart.WIDTH);
    attributes("height", height, "font-family", ChartSvg.FONT);
    attributes("role", "img");
    svg.writeStartElement("title");
    svg.writeCharacters(chart.title());
    svg.writeEndElement();
    patterns();
    empty("rect", "width", Chart.WIDTH, "height", height, "fill", "#ffffff");
    text(MARGIN, 38, chart.heading(), 24, 600, Chart.INK);
    text(MARGIN, 64, chart.figure().title(), 17, 400, Chart.SOFT);
    svg.writeStartElement("g");
    attributes("transform", "translate(" + (Chart.WIDTH - map.width()) / 2 + " " + HEAD + ")");
    for (Shape shape : map.shapes()) {
      shape(shape);
    }
    // After all areas, so that no neighbour covers a name.
    for (Shape shape : map.shapes()) {
      name(shape);
    }
    svg.writeEndElement();
    int y = below;
    for (String state : legend) {
      key(state, y);
      y += LINE;
    }
    for (String note : chart.figure().notes()) {
      text(MARGIN, y, note, 13, 400, Chart.SOFT);
      y += LINE;
    }
    text(MARGIN, y, chart.source(), 13, 400, Chart.SOFT);
    svg.writeEndElement();
  }

  private boolean occurs(String state) {
    return map.shapes().stream().anyMatch(s -> s.state().equals(state));
  }

  private void shape(Shape shape) throws XMLStreamException {
    String path = shape.path();
    empty("path", "d", path, "fill", "#ffffff");
    if (shape.isKnown()) {
      empty("path", "d", path, "fill", MORE, "fill-opacity", shape.from());
    }
    if (shape.isBand()) {
      empty("path", "d", path, "fill", "url(#stripes)", "fill-opacity", shape.to());
    }
    if (shape.isHatched()) {
      empty("path", "d", path, "fill", "url(#hatch)");
    }
    svg.writeEmptyElement("path");
    attributes("d", path, "fill", "none", "stroke", Chart.SOFT, "stroke-width", 1.5);
    attributes("stroke-linejoin", "round", "data-state", shape.state());
    if (shape.state().equals("not-reported")) {
      attributes("stroke-dasharray", "5 4");
    }
  }

  /** Twice: programs that make slides do not know {@code paint-order}, so the halo lies below. */
  private void name(Shape shape) throws XMLStreamException {
    for (boolean halo : new boolean[] {true, false}) {
      label(shape.x(), shape.y(), shape.label(), 400, halo);
      label(shape.x(), shape.y() + 17, shape.text(), 600, halo);
    }
  }

  private void label(int x, int y, String text, int weight, boolean halo)
      throws XMLStreamException {
    svg.writeStartElement("text");
    attributes("x", x, "y", y, "font-size", 14, "font-weight", weight, "text-anchor", "middle");
    if (halo) {
      attributes("fill", "#ffffff", "stroke", "#ffffff", "stroke-width", 3);
      attributes("stroke-linejoin", "round", "aria-hidden", "true");
    } else {
      attributes("fill", Chart.INK);
    }
    svg.writeCharacters(text);
    svg.writeEndElement();
  }

  /** A small area in that state beside what the state means. */
  private void key(String state, int y) throws XMLStreamException {
    int top = y - KEY_HEIGHT + 2;
    String box = "M" + MARGIN + " " + top + "h" + KEY_WIDTH + "v" + KEY_HEIGHT + "h-" + KEY_WIDTH;
    shape(new Shape(box + "Z", 0, 0, "", "", state, 0.3, 0.85));
    if (state.equals(VALUE)) {
      // From pale to dark: one shade would look like a value of its own.
      String half = "M" + (MARGIN + KEY_WIDTH / 2) + " " + top;
      String rest = "h" + KEY_WIDTH / 2 + "v" + KEY_HEIGHT + "h-" + KEY_WIDTH / 2 + "Z";
      empty("path", "d", half + rest, "fill", MORE, "fill-opacity", 0.85);
    }
    Texts texts = chart.texts();
    text(MARGIN + KEY_WIDTH + 10, y, texts.of("map." + state), 13, 400, Chart.SOFT);
  }

  private void patterns() throws XMLStreamException {
    svg.writeStartElement("defs");
    svg.writeStartElement("pattern");
    attributes("id", "hatch", "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
    attributes("patternTransform", "rotate(45)");
    empty("rect", "width", 6, "height", 6, "fill", GROUND);
    empty("rect", "width", 2, "height", 6, "fill", LINES);
    svg.writeEndElement();
    svg.writeStartElement("pattern");
    attributes("id", "stripes", "width", 8, "height", 8, "patternUnits", "userSpaceOnUse");
    empty("rect", "width", 8, "height", 4, "fill", MORE);
    svg.writeEndElement();
    svg.writeEndElement();
  }

  private void text(int x, int y, String text, int size, int weight, String colour)
      throws XMLStreamException {
    svg.writeStartElement("text");
    attributes("x", x, "y", y, "font-size", size, "font-weight", weight, "fill", colour);
    svg.writeCharacters(text);
    svg.writeEndElement();
  }

  private void empty(String element, Object... pairs) throws XMLStreamException {
    svg.writeEmptyElement(element);
    attributes(pairs);
  }

  private void attributes(Object... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      svg.writeAttribute(pairs[i].toString(), pairs[i + 1].toString());
    }
  }
}
