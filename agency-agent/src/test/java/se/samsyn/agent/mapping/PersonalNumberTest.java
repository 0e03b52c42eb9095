package se.samsyn.agent.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are Skatteverket's published test numbers, or made of them. */
class PersonalNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "19811218-9876,198112189876,1981-12-18",
    "198112189876,198112189876,1981-12-18",
    "811218-9876,198112189876,1981-12-18",
    "8112189876,198112189876,1981-12-18",
    "811218+9876,188112189876,1881-12-18",
    // A co-ordination number: 60 is added to the day (701063-2391 is Skatteverket's example).
    "701063-2391,197010632391,1970-10-03",
    "19701063-2391,197010632391,1970-10-03"
  })
  void oneKeyAndDateForEverySpelling(String text, String key, LocalDate birth) {
    assertThat(PersonalNumber.parse(text, TODAY)).contains(new PersonalNumber(key, birth));
  }

  @Test
  void theCenturyOfTenDigitsIsTheLastThatHasBeen() {
    String tomorrow = withCheckDigit("261124001");
    String today = withCheckDigit("261123001");
    assertThat(birth(tomorrow)).contains(LocalDate.of(1926, 11, 24));
    assertThat(birth(today)).contains(LocalDate.of(2026, 11, 23));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "811218-9875",
        "8112189",
        "811318-9876",
        "19811218-98760",
        "abcdefghij",
        "",
        "81-12-18-9876",
        "20811218-9876"
      })
  void whatIsNoSuchNumberIsNoGuess(String text) {
    assertThat(PersonalNumber.parse(text, TODAY)).isEmpty();
  }

  @Test
  void anImpossibleDayIsNotRounded() {
    assertThat(PersonalNumber.parse(withCheckDigit("210229001"), TODAY)).isEmpty();
    assertThat(PersonalNumber.parse(withCheckDigit("200229001"), TODAY)).isPresent();
  }

  @Test
  void itDoesNotPrintItself() {
    assertThat(PersonalNumber.parse("811218-9876", TODAY).orElseThrow().toString())
        .doesNotContain("81");
  }

  private static Optional<LocalDate> birth(String text) {
    return PersonalNumber.parse(text, TODAY).map(PersonalNumber::birth);
  }

  /** Luhn from the other end than the code does it. */
  private static String withCheckDigit(String nine) {
    int sum = 0;
    for (int i = 8; i >= 0; i--) {
      int doubled = Character.digit(nine.charAt(i), 10) * ((8 - i) % 2 == 0 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return nine + (10 - sum % 10) % 10;
  }
}
