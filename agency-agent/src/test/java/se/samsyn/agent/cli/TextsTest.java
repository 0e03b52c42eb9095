package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.agent.http.Answer;
import se.samsyn.agent.ledger.BrokenLedger;
import se.samsyn.comparison.Hindrance;
import se.samsyn.schemas.message.Refusal;

/** Both languages say the same things, and everything that can go wrong has words. */
class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() throws IOException {
    Properties swedish = load("texts.properties");
    Properties english = load("texts_en.properties");
    assertThat(swedish.stringPropertyNames()).hasSizeGreaterThan(100);
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(swedish.stringPropertyNames());
    for (String key : swedish.stringPropertyNames()) {
      assertThat(placeholders(english.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(swedish.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"texts.properties", "texts_en.properties"})
  void everyRefusalSilenceAndBreakHasWords(String file) throws IOException {
    Properties texts = load(file);
    assertThat(texts.stringPropertyNames())
        .containsAll(Arrays.stream(Refusal.values()).map(r -> "refused." + r.word()).toList())
        .containsAll(
            Arrays.stream(Answer.Cause.values())
                .map(c -> "unreachable." + c.name().toLowerCase(java.util.Locale.ROOT))
                .map(c -> c.replace('_', '-'))
                .toList())
        .containsAll(
            Arrays.stream(Hindrance.values())
                .map(h -> "send.intersecting." + h.name().toLowerCase(java.util.Locale.ROOT))
                .map(h -> h.replace('_', '-'))
                .toList())
        .containsAll(
            Arrays.stream(BrokenLedger.Fault.values())
                .map(f -> "ledger." + f.name().toLowerCase(java.util.Locale.ROOT))
                .toList());
  }

  private static TreeSet<String> placeholders(String text) {
    TreeSet<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }

  private static Properties load(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            TextsTest.class.getResourceAsStream("/agent/" + file), StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
