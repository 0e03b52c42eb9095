package se.samsyn.aggregator.dashboard;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.release.Release;
import se.samsyn.schemas.message.CollectionManifest;

/** News of releases as Atom (RFC 4287); it says that something was released, not what it shows. */
final class Feed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private Feed() {}

  /**
   * @param server the address that links begin with
   */
  static String of(JointTables tables, String server, Texts texts) {
    List<Entry> entries =
        Stream.concat(
                tables.closed().stream().map(c -> new Entry(c.manifest(), c.release())),
                tables.withdrawn().stream().map(w -> new Entry(w.manifest(), w.release())))
            .sorted(Comparator.comparing(Entry::at).reversed())
            .toList();
    return write(entries, server, texts);
  }

  private record Entry(CollectionManifest manifest, Release release) {
    Instant at() {
      return release.latest().at();
    }
  }

  private static String write(List<Entry> entries, String server, Texts texts) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument();
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", texts.language().tag());
      element(xml, "id", "urn:samsyn:releases");
      element(xml, "title", texts.of("feed.title"));
      element(
          xml,
          "updated",
          entries.stream().map(Entry::at).findFirst().orElse(Instant.EPOCH).toString());
      xml.writeStartElement("author");
      element(xml, "name", texts.of("app.name"));
      xml.writeEndElement();
      for (Entry entry : entries) {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:samsyn:release:" + entry.release().name());
        element(
            xml,
            "title",
            texts.of(entry.manifest().constellation())
                + ", "
                + PeriodText.of(entry.manifest().period(), texts));
        element(xml, "updated", entry.at().toString());
        element(xml, "summary", Facts.released(entry.release(), texts));
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", server + "/collections/" + entry.manifest().collection());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the feed cannot be written", e);
    }
    return text.toString();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
