package se.samsyn.aggregator.dashboard.text;

/** Small numbers in words, as a sentence has them. */
public final class NumberWord {
  private NumberWord() {}

  /** "tre"; in figures where the language has no short word for it. */
  public static String of(long number, Texts texts) {
    String key = "number." + number;
    return texts.has(key) ? texts.of(key) : texts.number(number);
  }
}
