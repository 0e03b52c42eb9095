package se.samsyn.agent.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.mapping.ColumnRule;

/**
 * Every spelling of a column's codes in a source, and what it means.
 *
 * @param meanings per spelling the code; empty where it means that there is none
 * @param anyCode whether other spellings are codes too, of no meaning to the reader
 * @param otherwise the number of what every other spelling means, if the mapping says so
 */
record CodeSpellings(
    List<String> texts,
    List<Optional<String>> meanings,
    boolean anyCode,
    Optional<Integer> otherwise) {
  /** Stands for every spelling that is not named: a control character, which no field holds. */
  static final String OTHERWISE = "\u001f";

  static CodeSpellings of(Needed need, ColumnRule rule, Set<String> missing) {
    Set<String> known = new LinkedHashSet<>(need.column().codes());
    known.addAll(need.codes());
    if (need.column().type() == se.samsyn.schemas.definition.InputTable.Type.BOOLEAN) {
      known.addAll(List.of("true", "false"));
    }
    boolean anyCode = known.isEmpty();
    Map<String, Optional<String>> all = new LinkedHashMap<>();
    Optional<String> none = Optional.empty();
    for (String code : known) {
      all.put(code, Optional.of(code));
    }
    if (rule instanceof ColumnRule.FromColumn from) {
      none = from.empty();
      for (String symbol : missing) {
        all.put(symbol, none);
      }
      from.recode()
          .forEach(
              (spelled, code) ->
                  all.put(spelled, code.isEmpty() ? from.empty() : Optional.of(code)));
    } else if (rule instanceof ColumnRule.Fixed fixed && anyCode) {
      all.put(fixed.value(), Optional.of(fixed.value()));
    }
    all.putIfAbsent("", none);
    List<String> texts = List.copyOf(all.keySet());
    Optional<Integer> otherwise = Optional.empty();
    if (rule instanceof ColumnRule.FromColumn from && from.otherwise().isPresent()) {
      all.put(OTHERWISE, from.otherwise());
      texts = List.copyOf(all.keySet());
      otherwise = Optional.of(texts.indexOf(OTHERWISE));
    }
    return new CodeSpellings(texts, new ArrayList<>(all.values()), anyCode, otherwise);
  }
}
