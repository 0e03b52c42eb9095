package se.samsyn.aggregator.dashboard.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Chance;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.Reading;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Participant;

/**
 * Says in words what the numbers allow, and no more: where an interval leaves it open which is
 * larger, the sentence does too.
 */
final class Sentences {
  private static final Comparator<AgencyId> BY_NAME = Comparator.comparing(AgencyId::value);

  private final Texts texts;

  Sentences(Texts texts) {
    this.texts = texts;
  }

  /**
   * "28 barn fick insatser under höstterminen 2025."; where agencies' counts overlap "28 barn,
   * räknade en gång per aktör, fick ...".
   */
  String total(Question question, Pick total) {
    Reading reading = total.read();
    return reading.isKnown() ? said("sentence." + question.word(), total) : unknown(total, reading);
  }

  /**
   * "Vanligast var samtalsstöd: 31 barn.", or that it cannot be told. How it went is told of the
   * whole, "bättre, 31 barn av 40", where each child is in one class once.
   */
  String largest(String key, Pick total, Axis classes) {
    Reading whole = total.read();
    if (whole instanceof Reading.NotReported) {
      return unknown(total, whole);
    }
    return largest(total, classes)
        .map(
            entry ->
                capital(
                    texts.of(
                        "sentence." + key + (isOfWhole(key, total) ? ".of" : ""),
                        label(key, entry),
                        countedAs(entry.narrow().apply(total)),
                        key(total))))
        .orElseGet(() -> texts.of("sentence.no-largest"));
  }

  private static boolean isOfWhole(String key, Pick total) {
    return key.startsWith(Question.RESULT.word()) && total.read().isKnown() && !overlaps(total);
  }

  /** The largest class, where the bounds settle which it is. */
  Optional<Axis.Entry> largest(Pick total, Axis classes) {
    return classes.entries().stream()
        .filter(e -> e.depth() == 0 && isLargest(e, total, classes))
        .findFirst();
  }

  /** A class inside a sentence is no heading; an agency's name keeps its capital. */
  private String label(String key, Axis.Entry entry) {
    String label = entry.label();
    return key.startsWith(Question.ACTORS.word())
        ? label
        : label.substring(0, 1).toLowerCase(texts.language().locale()) + label.substring(1);
  }

  /** "Andel med utredning: 42 %.", or "286 barn under höstterminen 2025." */
  String measure(Pick total) {
    Reading reading = total.read();
    if (!reading.isKnown()) {
      return unknown(total, reading);
    }
    return total.measure() instanceof Measure.Count
        ? said("sentence.count", total)
        : texts.of(
            "sentence.measure", texts.of(total.measure().title()), number(total).cell(reading));
  }

  /** How many in the period. */
  private String said(String key, Pick total) {
    String counted = counted(total, total.read());
    return capital(
        texts.of(
            key,
            overlaps(total) ? texts.of("counted.per-agency.inside", counted) : counted,
            PeriodText.of(total.cube().table().manifest().period(), texts)));
  }

  /** The one number of the overview. */
  String key(Pick total) {
    return number(total).cell(total.read());
  }

  /** "Flickor 16, pojkar 12." */
  String classes(Pick total, Axis classes) {
    return capital(classesInside(total, classes));
  }

  /** "flickor 16, pojkar 12.", after what they are classes of. */
  String classesInside(Pick total, Axis classes) {
    return classes.entries().stream()
        .filter(e -> e.depth() == 0)
        .map(
            e -> {
              Pick pick = e.narrow().apply(total);
              return e.label().toLowerCase(texts.language().locale())
                  + " "
                  + number(pick).cell(pick.read());
            })
        .collect(Collectors.joining(", ", "", "."));
  }

  /**
   * How the number compares with the period before; only where the bounds settle it.
   *
   * @param earlier the same indicator before, empty where it was not collected
   */
  Optional<String> change(Pick total, Optional<Cube> earlier) {
    if (earlier.isEmpty() || !total.read().isKnown()) {
      return Optional.empty();
    }
    Pick before = total.with(earlier.get());
    Reading then = before.read();
    Reading now = total.read();
    String period = PeriodText.of(earlier.get().table().manifest().period(), texts);
    if (!then.isKnown()) {
      return Optional.empty();
    }
    if (!agencies(total.cube()).equals(agencies(earlier.get()))) {
      return Optional.of(texts.of("change.other-agencies", period));
    }
    String what = total.measure() instanceof Measure.Count ? "change" : "share";
    String how;
    if (now.least().orElseThrow().compareTo(then.most().orElseThrow()) > 0) {
      how = ".more";
    } else if (now.most().orElseThrow().compareTo(then.least().orElseThrow()) < 0) {
      how = ".fewer";
    } else if (now.equals(then) && now instanceof Reading.Exact) {
      how = ".same";
    } else {
      how = ".open";
    }
    String shown = number(before).cell(then);
    // To a reader, numbers that are written alike are alike.
    boolean alike = !how.equals(".same") && shown.equals(number(total).cell(now));
    return Optional.of(
        texts.of(what + (alike ? ".alike" : how), period, shown)
            + (alike || how.equals(".same") || how.equals(".open") ? "" : chance(total, before)));
  }

  /** " Skillnaden kan vara slump.", or that it is more; empty where no test fits. */
  String chance(Pick one, Pick other) {
    return Chance.exceeded(one, other)
        .map(exceeded -> " " + texts.of(exceeded ? "chance.more" : "chance.maybe"))
        .orElse("");
  }

  /**
   * "Ogiltig frånvaro: Tallvik ligger högre än de övriga (9 % mot 5 %), mer än slumpen brukar ge.";
   * empty where chance may do it.
   *
   * @param comparisons how many such are made beside each other
   */
  Optional<String> differs(String about, String name, Pick one, Pick rest, int comparisons) {
    if (!Chance.exceeded(one, rest, comparisons).orElse(false)) {
      return Optional.empty();
    }
    boolean higher =
        one.read().least().orElseThrow().compareTo(rest.read().most().orElseThrow()) > 0;
    return Optional.of(
        texts.of(
            higher ? "areas.higher" : "areas.lower",
            about,
            name,
            number(one).cell(one.read()),
            number(rest).cell(rest.read())));
  }

  /** What must be known to read the numbers right. */
  List<String> remarks(Pick total) {
    List<String> remarks = new ArrayList<>();
    List<Participant> missing = total.cube().table().notReported();
    if (!missing.isEmpty()) {
      remarks.add(texts.of("remark.missing", names(missing)));
    }
    if (overlaps(total)) {
      remarks.add(overlapping(total));
    }
    return remarks;
  }

  /**
   * "Läsåret 2025/26 kan visas: 41 barn.", where the period's own number is hidden and that of a
   * longer one that it is part of is released.
   */
  Optional<String> pooled(Pick total, List<Cube> longer) {
    if (!(total.read() instanceof Reading.Suppressed)) {
      return Optional.empty();
    }
    return longer.stream()
        .map(total::with)
        .filter(p -> p.read().isKnown())
        .findFirst()
        .map(
            p ->
                texts.of(
                    "remark.pooled",
                    capital(PeriodText.of(p.cube().table().manifest().period(), texts)),
                    p.measure() instanceof Measure.Count ? countedAs(p) : key(p)));
  }

  private static List<AgencyId> agencies(Cube cube) {
    return cube.table().reported().stream().map(Participant::agency).sorted(BY_NAME).toList();
  }

  /** Bounds of how many different children are behind a sum over agencies. */
  private String overlapping(Pick total) {
    Reading sum = total.read();
    int agencies = total.cube().table().reported().size();
    if (!sum.isKnown() || agencies < 2) {
      return texts.of("remark.overlapping");
    }
    BigDecimal least =
        sum.least().orElseThrow().divide(BigDecimal.valueOf(agencies), 0, RoundingMode.CEILING);
    BigDecimal most = sum.most().orElseThrow();
    return texts.of(
        "remark.overlapping.bounds",
        number(total).cell(new Reading.Exact(least)),
        number(total).cell(new Reading.Exact(most)));
  }

  private boolean isLargest(Axis.Entry candidate, Pick total, Axis classes) {
    Optional<BigDecimal> least = candidate.narrow().apply(total).read().least();
    return least.isPresent()
        && least.get().signum() > 0
        && classes.entries().stream()
            .filter(other -> other.depth() == 0 && !other.equals(candidate))
            .map(other -> other.narrow().apply(total).read())
            .allMatch(r -> isBelow(r, least.get()));
  }

  /** A class that is hidden, or lacks an agency, may be the largest. */
  private static boolean isBelow(Reading reading, BigDecimal least) {
    return reading instanceof Reading.NotApplicable
        || reading.most().map(u -> u.compareTo(least) < 0).orElse(false);
  }

  /** Whether a child may be in the number several times: once for each agency. */
  private static boolean overlaps(Pick pick) {
    return pick.actor().isEmpty()
        && pick.cube().definition().counting() == Counting.OVERLAPPING
        && pick.cube().definition().unit() != Unit.EVENTS
        && pick.measure() instanceof Measure.Count;
  }

  private String countedAs(Pick pick) {
    String counted = counted(pick, pick.read());
    return overlaps(pick) ? texts.of("counted.per-agency", counted) : counted;
  }

  private String counted(Pick pick, Reading reading) {
    String unit = pick.cube().definition().unit() == Unit.EVENTS ? "events" : "children";
    String number = number(pick).cell(reading);
    if (reading instanceof Reading.Between b) {
      return texts.of(
          "counted." + unit + ".between", plain(pick, b.lower()), plain(pick, b.upper()));
    }
    boolean one = reading.least().map(v -> v.compareTo(BigDecimal.ONE) == 0).orElse(false);
    return texts.of("counted." + unit + (one ? ".one" : ""), number);
  }

  private String plain(Pick pick, BigDecimal value) {
    return number(pick).cell(new Reading.Exact(value));
  }

  private String unknown(Pick pick, Reading reading) {
    if (reading instanceof Reading.NotReported) {
      return texts.of("sentence.not-reported", names(pick.cube().table().notReported()));
    }
    return texts.of(
        reading instanceof Reading.Suppressed ? "sentence.suppressed" : "sentence.not-applicable");
  }

  private String names(List<Participant> participants) {
    return participants.stream().map(p -> texts.of(p.name())).collect(Collectors.joining(", "));
  }

  private NumberText number(Pick pick) {
    return NumberText.of(pick.measure(), pick.cube().definition(), texts);
  }

  private String capital(String sentence) {
    Locale locale = texts.language().locale();
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
  }
}
