package se.samsyn.schemas.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2025/26, 2025-07-01, 2026-07-01",
    "1999/00, 1999-07-01, 2000-07-01",
    "HT2025, 2025-07-01, 2026-01-01",
    "VT2026, 2026-01-01, 2026-07-01",
    "2026, 2026-01-01, 2027-01-01",
    "2026K1, 2026-01-01, 2026-04-01",
    "2026K4, 2026-10-01, 2027-01-01",
    "2026M12, 2026-12-01, 2027-01-01"
  })
  void aPeriodHasItsDaysAndItsSpelling(String text, LocalDate start, LocalDate end) {
    Period period = Period.parse(text);
    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
    assertThat(period).hasToString(text);
    assertThat(period.contains(start)).isTrue();
    assertThat(period.contains(end)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "2025/27", "ht2025", "HT25", "2026K5", "2026M13", "2026M1", "2026-01", " 2026"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void periodsSortByTime() {
    assertThat(Period.parse("HT2025")).isLessThan(Period.parse("VT2026"));
    assertThat(Period.parse("HT2025")).isLessThan(Period.parse("2025/26"));
  }
}
