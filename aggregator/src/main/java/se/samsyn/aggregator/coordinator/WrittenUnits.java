package se.samsyn.aggregator.coordinator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;

/** Areas as people write them: codes or names, with commas or new lines between. */
final class WrittenUnits {
  private final Map<String, String> codes = new HashMap<>();

  WrittenUnits(Dimension units) {
    for (Code unit : units.leaves()) {
      codes.put(plain(unit.label().sv()), unit.code());
      codes.put(plain(unit.label().en()), unit.code());
    }
    // A code is always what it is, even if some area is called so.
    units.leaves().forEach(unit -> codes.put(plain(unit.code()), unit.code()));
  }

  /**
   * The codes of what is written.
   *
   * @param unknown gets what is no area
   */
  Set<String> codes(String written, Set<String> unknown) {
    Set<String> found = new HashSet<>();
    for (String one : written.split("[,;\\n]", -1)) {
      if (one.isBlank()) {
        continue;
      }
      String code = codes.get(plain(one));
      if (code == null) {
        unknown.add(one.strip());
      } else {
        found.add(code);
      }
    }
    return found;
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
