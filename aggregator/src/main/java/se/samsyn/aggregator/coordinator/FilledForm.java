package se.samsyn.aggregator.coordinator;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.text.RefusedText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;

/** What somebody has filled in, and what is wrong with it, field by field. */
public final class FilledForm {
  private static final int LONGEST_NAME = 200;

  private final Map<String, String> values;
  private final Map<String, String> problems = new LinkedHashMap<>();
  private final Texts texts;
  private boolean isOurs = true;

  FilledForm(Map<String, String> values, Texts texts) {
    this.values = Map.copyOf(values);
    this.texts = texts;
  }

  /**
   * What {@code request} sends. It is not good, which is said at {@code field}, unless it comes
   * from a form of ours in the same browser: so whoever asks {@link #isGood} before acting is safe
   * from what another site sends in the coordinator's name.
   */
  static FilledForm sent(
      HttpRequest<?> request, Map<String, String> values, FormToken token, String field) {
    FilledForm form = new FilledForm(values, Html.texts(request));
    form.isOurs = token.isValid(request, values);
    if (!form.isOurs) {
      form.refuse(field, "login.stale");
    }
    return form;
  }

  /** How a page with the form answers, apart from what is decided elsewhere. */
  HttpStatus status() {
    if (!isOurs) {
      return HttpStatus.FORBIDDEN;
    }
    return isGood() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
  }

  /** What the field holds, without spaces around it; empty where it is not there. */
  public String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  /** Whether the box is ticked. */
  public boolean ticked(String field) {
    return values.containsKey(field);
  }

  /** The fields with a problem, each with its sentence, in the order in which they were found. */
  public Map<String, String> problems() {
    return problems;
  }

  /** What is wrong with the field. */
  public Optional<String> problem(String field) {
    return Optional.ofNullable(problems.get(field));
  }

  /** The id of the sentence about the field, for {@code aria-describedby}; null: there is none. */
  public @Nullable String describedBy(String field) {
    return problems.containsKey(field) ? field + "-problem" : null;
  }

  /** Says what is wrong; the first sentence about a field stands. */
  void refuse(String field, String key, Object... about) {
    problems.putIfAbsent(field, texts.of(key, about));
  }

  /** Adds a sentence about the field. */
  void say(String field, String sentence) {
    problems.merge(field, sentence, (before, more) -> before + " " + more);
  }

  /** Says why what the form asks for is not done. */
  void refuse(String field, ActionRefused refused) {
    say(field, RefusedText.of(refused, texts));
  }

  boolean isGood() {
    return problems.isEmpty();
  }

  /**
   * The field's text, which must be there.
   *
   * @param most characters
   */
  String text(String field, int most) {
    String value = value(field);
    if (value.isEmpty()) {
      refuse(field, "coordinator.form.empty");
    } else if (value.length() > most) {
      refuse(field, "coordinator.form.long", most);
    }
    return value;
  }

  /** The name or title in the field, which must be there. */
  String name(String field) {
    return text(field, LONGEST_NAME);
  }

  /** The field as {@code type} reads it; empty, and refused by {@code key}, where it cannot. */
  <T> Optional<T> read(String field, Reading<T> type, String key) {
    try {
      return Optional.of(type.of(value(field)));
    } catch (RuntimeException e) {
      refuse(field, key);
      return Optional.empty();
    }
  }

  /** How a text becomes a value; throws where it does not have the form. */
  interface Reading<T> {
    T of(String text);
  }
}
