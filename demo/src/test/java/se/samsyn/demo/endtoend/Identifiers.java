package se.samsyn.demo.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.demo.files.Sheet;
import se.samsyn.demo.world.Child;
import se.samsyn.demo.world.World;

/** All that points at a person in the invented county, and a search for it in any bytes. */
final class Identifiers {
  private static final Pattern CANDIDATE =
      Pattern.compile("\\d{8}-?\\d{4}|\\d{6}-?\\d{4}|E\\d{6}|AKT-\\d{7}|P[0-9A-F]{8}");

  private final Set<String> numbers = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param sheets the files of all agencies; their first column is the local id
   */
  Identifiers(World world, List<Sheet> sheets) {
    for (Child child : world.children()) {
      numbers.add(child.personalNumber().twelve());
      numbers.add(child.personalNumber().twelveWithHyphen());
      numbers.add(child.personalNumber().ten());
      numbers.add(child.personalNumber().tenWithHyphen());
      names.add(child.familyName());
    }
    for (Sheet sheet : sheets) {
      if (!sheet.header().get(0).equals("period")) {
        sheet.rows().forEach(row -> numbers.add(row.get(0)));
      }
    }
  }

  /** What is found in {@code bytes}, read as UTF-8 and as single bytes; each thing once. */
  List<String> in(byte[] bytes) {
    // One character per byte, so that nothing is lost in binary files.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Set<String> found = new HashSet<>();
    Matcher matcher = CANDIDATE.matcher(text);
    for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
      if (numbers.contains(matcher.group())) {
        found.add(matcher.group());
      }
    }
    for (String name : names) {
      String utf8 = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      if (text.contains(name) || text.contains(utf8)) {
        found.add(name);
      }
    }
    return new ArrayList<>(found);
  }
}
