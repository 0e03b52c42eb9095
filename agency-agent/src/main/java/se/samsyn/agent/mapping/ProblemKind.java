package se.samsyn.agent.mapping;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be wrong with a row of a source. */
public enum ProblemKind {
  /** A row with too few or too many fields. */
  SHORT_ROW("short-row", Handling.STOP),
  /** A code that is neither in the table's list nor in the definition's. */
  UNKNOWN_CODE("unknown-code", Handling.STOP),
  /** No date, such as the 30th of February, or not in the form that the mapping says. */
  IMPOSSIBLE_DATE("impossible-date", Handling.STOP),
  /** Not a number, or not whole after scaling. */
  IMPOSSIBLE_NUMBER("impossible-number", Handling.STOP),
  NEGATIVE_AMOUNT("negative-amount", Handling.STOP),
  /** Wrong length, date or check digit. */
  IMPOSSIBLE_PERSONAL_NUMBER("impossible-personal-number", Handling.STOP),
  /** Empty, where the row cannot be counted without it. */
  MISSING_VALUE("missing-value", Handling.LEAVE_OUT),
  /** The table's key comes again; where rows may be left out, the first one stays. */
  DUPLICATE_KEY("duplicate-key", Handling.STOP),
  /** A row without a partner in the joined file. */
  UNMATCHED_ROW("unmatched-row", Handling.STOP),
  /** A code that the agency's configuration says it does not cover. */
  NOT_COVERED("not-covered", Handling.STOP);

  /** What a mapping may decide for a kind of problem. */
  public enum Handling {
    STOP,
    LEAVE_OUT
  }

  private final String word;
  private final Handling usual;

  ProblemKind(String word, Handling usual) {
    this.word = word;
    this.usual = usual;
  }

  /** The word for it in mappings and reports. */
  public String word() {
    return word;
  }

  /** What happens where the mapping says nothing. */
  public Handling usual() {
    return usual;
  }

  static Map<String, ProblemKind> words() {
    return Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(ProblemKind::word, Function.identity()));
  }
}
