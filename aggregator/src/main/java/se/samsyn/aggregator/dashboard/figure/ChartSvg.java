package se.samsyn.aggregator.dashboard.figure;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.samsyn.aggregator.dashboard.text.Texts;

/**
 * A figure as a picture of its own for a slide, drawn by the server: one bar a number, a light part
 * for a band, a hatch for what is protected, a dashed frame for what is not reported.
 */
public final class ChartSvg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final List<String> COLOURS =
      List.of("#1f7a84", "#b06f0a", "#5a55a3", "#4c7a34", "#a2466e", "#5d6b70", "#8a5a2b");
  private static final int WIDTH = 1000;
  private static final int BARS_FROM = 420;
  private static final int BARS_LONG = 430;
  private static final int LINE = 26;
  private static final int HEAD = 84;

  private final Texts texts;

  public ChartSvg(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param heading the question that the figure answers
   * @param source where the numbers are from, in one line
   */
  public String draw(Figure figure, String heading, String source) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      int lines = figure.rows().stream().mapToInt(r -> r.data().size()).sum();
      int height = HEAD + lines * LINE + figure.rows().size() * 10 + 70;
      svg.writeStartElement("svg");
      svg.writeDefaultNamespace(NAMESPACE);
      attributes(
          svg,
          "viewBox",
          "0 0 " + WIDTH + " " + height,
          "width",
          WIDTH,
          "height",
          height,
          "font-family",
          "Source Sans 3, Segoe UI, Arial, sans-serif",
          "role",
          "img");
      element(svg, "title", heading + ": " + figure.title());
      hatch(svg);
      rect(svg, 0, 0, WIDTH, height, "fill", "#ffffff");
      text(svg, 24, 38, heading, "font-size", 24, "font-weight", 700);
      text(svg, 24, 64, figure.title(), "font-size", 17, "fill", "#4d5d61");
      int y = HEAD;
      for (Figure.Row row : figure.rows()) {
        text(svg, 24 + 16 * row.depth(), y + 18, row.label(), "font-size", 16);
        for (int column = 0; column < row.data().size(); column++) {
          bar(svg, figure, row.data().get(column), column, y);
          y += LINE;
        }
        y += 10;
      }
      text(svg, 24, y + 20, texts.of("chart.legend"), "font-size", 13, "fill", "#4d5d61");
      text(svg, 24, y + 42, source, "font-size", 13, "fill", "#4d5d61");
      svg.writeEndElement();
      svg.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a chart cannot be written", e);
    }
    return text.toString();
  }

  private static void bar(XMLStreamWriter svg, Figure figure, Figure.Datum datum, int column, int y)
      throws XMLStreamException {
    String colour = COLOURS.get(figure.colour(column) % COLOURS.size());
    int from = BARS_LONG * datum.from() / 1000;
    int to = BARS_LONG * datum.to() / 1000;
    if (figure.hasBars()) {
      if (datum.isHatched()) {
        rect(svg, BARS_FROM, y, BARS_LONG, LINE - 6, "fill", "url(#hatch)");
      } else if (datum.isKnown()) {
        rect(svg, BARS_FROM, y, from, LINE - 6, "fill", colour);
        rect(svg, BARS_FROM + from, y, to - from, LINE - 6, "fill", colour, "opacity", "0.38");
      } else {
        rect(
            svg,
            BARS_FROM,
            y,
            BARS_LONG,
            LINE - 6,
            "fill",
            "none",
            "stroke",
            "#9aa8aa",
            "stroke-dasharray",
            "4 4");
      }
    }
    String name = figure.columns().size() > 1 ? "  " + figure.columns().get(column) : "";
    int at = figure.hasBars() && datum.isKnown() ? BARS_FROM + to + 8 : BARS_FROM + 8;
    text(svg, at, y + 15, datum.text() + name, "font-size", 14, "font-weight", 600);
  }

  private static void hatch(XMLStreamWriter svg) throws XMLStreamException {
    svg.writeStartElement("defs");
    svg.writeStartElement("pattern");
    attributes(
        svg,
        "id",
        "hatch",
        "width",
        6,
        "height",
        6,
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    rect(svg, 0, 0, 6, 6, "fill", "#eef1f1");
    rect(svg, 0, 0, 2, 6, "fill", "#9aa8aa");
    svg.writeEndElement();
    svg.writeEndElement();
  }

  private static void rect(XMLStreamWriter svg, int x, int y, int width, int height, Object... more)
      throws XMLStreamException {
    svg.writeEmptyElement("rect");
    attributes(svg, "x", x, "y", y, "width", width, "height", height);
    attributes(svg, more);
  }

  private static void text(XMLStreamWriter svg, int x, int y, String text, Object... more)
      throws XMLStreamException {
    svg.writeStartElement("text");
    attributes(svg, "x", x, "y", y);
    attributes(svg, more);
    svg.writeCharacters(text);
    svg.writeEndElement();
  }

  private static void element(XMLStreamWriter svg, String name, String text)
      throws XMLStreamException {
    svg.writeStartElement(name);
    svg.writeCharacters(text);
    svg.writeEndElement();
  }

  private static void attributes(XMLStreamWriter svg, Object... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      svg.writeAttribute(pairs[i].toString(), pairs[i + 1].toString());
    }
  }
}
