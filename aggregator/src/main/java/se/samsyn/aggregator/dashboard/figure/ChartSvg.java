package se.samsyn.aggregator.dashboard.figure;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A chart as SVG 1.1: text stays text, so that a slide's owner can change its letters. */
public final class ChartSvg implements Canvas {
  /** In quotes: a name with a number in it is else none, and all of it is passed over. */
  static final String FONT = "'Source Sans 3', 'Segoe UI', Arial, 'DejaVu Sans', sans-serif";

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final XMLStreamWriter svg;

  private ChartSvg(XMLStreamWriter svg) {
    this.svg = svg;
  }

  /** The document. */
  public static String of(Chart chart) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      ChartSvg canvas = new ChartSvg(svg);
      svg.writeStartElement("svg");
      svg.writeDefaultNamespace(NAMESPACE);
      canvas.attributes(
          "viewBox",
          "0 0 " + Chart.WIDTH + " " + chart.height(),
          "width",
          Chart.WIDTH,
          "height",
          chart.height(),
          "font-family",
          FONT,
          "role",
          "img");
      svg.writeStartElement("title");
      svg.writeCharacters(chart.title());
      svg.writeEndElement();
      canvas.pattern();
      chart.draw(canvas);
      svg.writeEndElement();
      svg.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a chart cannot be written", e);
    }
    return text.toString();
  }

  @Override
  public void bar(int x, int y, int width, int height, String colour, double opacity) {
    rect(x, y, width, height, "fill", colour, "opacity", opacity);
  }

  @Override
  public void hatch(int x, int y, int width, int height) {
    rect(x, y, width, height, "fill", "url(#hatch)");
  }

  @Override
  public void frame(int x, int y, int width, int height) {
    rect(x, y, width, height, "fill", "none", "stroke", "#9aa8aa", "stroke-dasharray", "4 4");
  }

  @Override
  public void text(int x, int y, String text, int size, boolean bold, String colour) {
    try {
      svg.writeStartElement("text");
      attributes("x", x, "y", y, "font-size", size, "font-weight", bold ? 600 : 400);
      attributes("fill", colour);
      svg.writeCharacters(text);
      svg.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a chart cannot be written", e);
    }
  }

  private void pattern() throws XMLStreamException {
    svg.writeStartElement("defs");
    svg.writeStartElement("pattern");
    attributes("id", "hatch", "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
    attributes("patternTransform", "rotate(45)");
    rect(0, 0, 6, 6, "fill", "#eef1f1");
    rect(0, 0, 2, 6, "fill", "#9aa8aa");
    svg.writeEndElement();
    svg.writeEndElement();
  }

  private void rect(int x, int y, int width, int height, Object... more) {
    try {
      svg.writeEmptyElement("rect");
      attributes("x", x, "y", y, "width", width, "height", height);
      attributes(more);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a chart cannot be written", e);
    }
  }

  private void attributes(Object... pairs) throws XMLStreamException {
    for (int i = 0; i < pairs.length; i += 2) {
      svg.writeAttribute(pairs[i].toString(), pairs[i + 1].toString());
    }
  }
}
