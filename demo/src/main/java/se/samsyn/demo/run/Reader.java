package se.samsyn.demo.run;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;

/** A member of the steering group: logs in as anybody would, and downloads joint tables. */
public final class Reader {
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private Reader(URI address) {
    this.address = address;
  }

  /**
   * Logs in through the form of the page.
   *
   * @throws IOException when the login is refused
   */
  static Reader login(URI address, String name, String password)
      throws IOException, InterruptedException {
    Reader reader = new Reader(address);
    Matcher token = FORM_TOKEN.matcher(reader.get("/login"));
    if (!token.find()) {
      throw new IOException("the login page has no form");
    }
    String body =
        "form=%s&name=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(name), encoded(password));
    HttpResponse<String> answer =
        reader.client.send(
            HttpRequest.newBuilder(address.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login")) {
      throw new IOException("the login was refused with status " + answer.statusCode());
    }
    return reader;
  }

  /** A page or file, as text. */
  public String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered with status " + answer.statusCode());
    }
    return answer.body();
  }

  /** The status of a page or file that need not be there. */
  public int status(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(address.resolve(path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** The joint cells of the measures that were collected, all agencies together. */
  public List<JointCell> joint(String collection, Definition definition)
      throws IOException, InterruptedException {
    Set<String> collected =
        definition.collected().stream().map(m -> m.id().value()).collect(Collectors.toSet());
    String csv = get("/api/v1/collections/" + collection + "/tables/" + definition.id() + "/csv");
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return records.stream()
          .filter(row -> row.getField("actor").equals(Code.TOTAL))
          .filter(row -> collected.contains(row.getField("measure")))
          .map(row -> cell(row, definition.dimensions().size()))
          .toList();
    }
  }

  private static JointCell cell(NamedCsvRecord row, int dimensions) {
    return new JointCell(
        List.copyOf(row.getFields().subList(0, dimensions)),
        row.getField("measure"),
        JointCell.State.of(row.getField("state")),
        number(row.getField("lower")),
        number(row.getField("upper")));
  }

  private static OptionalLong number(String text) {
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
