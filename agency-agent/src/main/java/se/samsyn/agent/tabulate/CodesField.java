package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.samsyn.agent.source.ColumnValues;

/** Several codes in one field, such as {@code school|police}. */
final class CodesField {
  private final ColumnValues column;
  private final Optional<Pattern> separator;

  CodesField(ColumnValues column) {
    this.column = column;
    this.separator = column.separator().map(Pattern::quote).map(Pattern::compile);
  }

  /** The codes of a field; empty if one of them is unknown. */
  Optional<List<String>> codes(String text) {
    List<String> codes = new ArrayList<>();
    String[] parts = separator.isPresent() ? separator.get().split(text, -1) : new String[] {text};
    for (String part : parts) {
      Optional<String> code = column.meaning(part.strip());
      if (code == null) {
        return Optional.empty();
      }
      code.filter(c -> !codes.contains(c)).ifPresent(codes::add);
    }
    return Optional.of(codes);
  }
}
