package se.samsyn.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.samsyn.demo.run.Reader;
import se.samsyn.demo.run.Round;
import se.samsyn.demo.truth.Truth;
import se.samsyn.demo.world.Terms;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;

/**
 * What the front page shows, read off its tables as a person would, against the invented people
 * counted one by one.
 */
@ExtendWith(DemoRun.Resolver.class)
class FrontPageFiguresTest {
  private static final Pattern ROW = Pattern.compile("(?s)<tr>(.*?)</tr>");
  private static final Pattern NUMBER =
      Pattern.compile("data-state=\"([a-z-]+)\" data-lower=\"(\\d*)\" data-upper=\"(\\d*)\"");

  private final DemoRun run;
  private final Truth truth;
  private final String page;

  FrontPageFiguresTest(DemoRun run) throws Exception {
    this.run = run;
    this.truth = new Truth(run.world());
    Reader reader = run.reader();
    this.page = reader.get("/");
  }

  @Test
  void whoWasAssessedAndWhoReceivedIsTrueInEachPeriodForGirlsAndBoys() throws Exception {
    int exact = trend("assessed-main", "tsi-assessed") + trend("received-main", "tsi-support");

    assertThat(exact).as("figures shown as one number").isGreaterThanOrEqualTo(10);
  }

  @Test
  void theKindsOfSupportAreTrue() throws Exception {
    Definition definition = run.definition("tsi-support");
    List<Code> types = definition.dimensions().get(0).codes();
    Period latest = Terms.ALL.get(Terms.ALL.size() - 1);
    List<List<Shown>> rows = table("content-main");

    assertThat(rows).hasSameSizeAs(types);
    for (int i = 0; i < types.size(); i++) {
      check(
          rows.get(i).get(0),
          joint("tsi-support", latest, List.of(types.get(i).code(), "_T", "_T")),
          types.get(i).code());
    }
  }

  /** How many figures of a trend by sex are one number; all are held against the truth. */
  private int trend(String figure, String id) throws Exception {
    List<String> sexes = new ArrayList<>(List.of("_T"));
    run.definition(id).dimensions().get(1).codes().forEach(c -> sexes.add(c.code()));
    List<List<Shown>> rows = table(figure);
    assertThat(rows).as(figure).hasSameSizeAs(Terms.ALL);
    int exact = 0;
    for (int term = 0; term < rows.size(); term++) {
      for (int sex = 0; sex < sexes.size(); sex++) {
        Shown shown = rows.get(term).get(sex);
        long figureThen = joint(id, Terms.ALL.get(term), List.of("_T", sexes.get(sex), "_T"));
        exact +=
            check(shown, figureThen, figure + " " + Terms.ALL.get(term) + " " + sexes.get(sex));
      }
    }
    return exact;
  }

  private static int check(Shown shown, long figure, String where) {
    if (!shown.lower().isEmpty()) {
      assertThat(figure)
          .as(where)
          .isBetween(Long.valueOf(shown.lower()), Long.valueOf(shown.upper()));
    }
    return shown.state().equals("value") ? 1 : 0;
  }

  private long joint(String definition, Period term, List<String> codes) {
    Round round =
        Round.shown().stream()
            .filter(r -> r.term().equals(term) && r.definitions().contains(definition))
            .findFirst()
            .orElseThrow();
    return round.participants().stream()
        .mapToLong(a -> truth.figure(definition, a, term, "children", codes))
        .sum();
  }

  private List<List<Shown>> table(String figure) {
    int from = page.indexOf("<h3 id=\"" + figure + "\"");
    assertThat(from).as(figure + " is on the front page").isPositive();
    Matcher row = ROW.matcher(page.substring(from, page.indexOf("</table>", from)));
    List<List<Shown>> rows = new ArrayList<>();
    while (row.find()) {
      List<Shown> numbers = new ArrayList<>();
      Matcher number = NUMBER.matcher(row.group(1));
      while (number.find()) {
        numbers.add(new Shown(number.group(1), number.group(2), number.group(3)));
      }
      if (!numbers.isEmpty()) {
        rows.add(numbers);
      }
    }
    return rows;
  }

  private record Shown(String state, String lower, String upper) {}
}
