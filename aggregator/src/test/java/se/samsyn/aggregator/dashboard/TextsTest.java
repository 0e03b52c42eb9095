package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Question;

/** All text that the page asks for is there, in both languages. */
class TextsTest {
  private static final Pattern PLACES = Pattern.compile("\\{\\d}");
  private static final Pattern USED =
      Pattern.compile("(?:texts|t|\\(request\\))\\.of\\(\\s*\"([a-z0-9.-]+)\"");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
    Properties swedish = bundle("sv");
    Properties english = bundle("en");
    assertThat(swedish.stringPropertyNames())
        .isEqualTo(english.stringPropertyNames())
        .hasSizeGreaterThan(100);
    for (String key : swedish.stringPropertyNames()) {
      assertThat(places(swedish.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @Test
  void everyTextThatIsAskedForExists() throws IOException {
    Set<String> known = bundle("sv").stringPropertyNames();
    Set<String> asked = new TreeSet<>();
    for (String folder : List.of("src/main/jte", "src/main/java/se/samsyn/aggregator/dashboard")) {
      try (Stream<Path> files =
          Files.walk(Path.of(System.getProperty("samsyn.root"), "aggregator", folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher used = USED.matcher(Files.readString(file));
          while (used.find()) {
            asked.add(used.group(1));
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(60);
    assertThat(asked.stream().filter(k -> !k.endsWith(".")))
        .allSatisfy(k -> assertThat(known).contains(k));
    for (Question question : Question.values()) {
      assertThat(known).contains("question." + question.word(), "sentence." + question.word());
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher found = PLACES.matcher(text);
    while (found.find()) {
      places.add(found.group());
    }
    return places;
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            TextsTest.class.getResourceAsStream("/web/texts_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
