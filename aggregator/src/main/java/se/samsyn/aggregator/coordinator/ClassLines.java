package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Text;

/**
 * The classes of a dimension as a person writes them: a line each, {@code code; Swedish; English},
 * then {@code ; from-to} where whole numbers decide the class. A part of a class comes below it
 * with one {@code >} more.
 */
final class ClassLines {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?<deep>(?:>\\s*)*)(?<code>[^;>]+?)\\s*;\\s*(?<sv>[^;]+?)\\s*;\\s*(?<en>[^;]+?)\\s*"
              + "(?:;\\s*(?<from>\\d{1,15})\\s*[-–]\\s*(?<to>\\d{1,15})\\s*)?");

  private ClassLines() {}

  static String write(List<Code> codes) {
    return write(codes, "");
  }

  private static String write(List<Code> codes, String deep) {
    return codes.stream().map(code -> write(code, deep)).collect(Collectors.joining("\n"));
  }

  private static String write(Code code, String deep) {
    String line =
        (deep.isEmpty() ? "" : deep + " ")
            + String.join("; ", code.code(), code.label().sv(), code.label().en())
            + code.band().map(b -> "; " + b.from() + "-" + b.to()).orElse("");
    return code.isLeaf() ? line : line + "\n" + write(code.codes(), deep + ">");
  }

  /**
   * @throws WrongLine for the first line that cannot be read
   */
  static List<Code> read(String text) throws WrongLine {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.add(Line.read(line, number));
      }
    }
    return below(lines, 0);
  }

  /** The classes that {@code lines} start with at that depth, each with what is deeper below it. */
  private static List<Code> below(List<Line> lines, int depth) throws WrongLine {
    List<Code> codes = new ArrayList<>();
    int next = 0;
    while (next < lines.size()) {
      Line line = lines.get(next);
      if (line.depth != depth) {
        throw new WrongLine(line.number);
      }
      int end = next + 1;
      while (end < lines.size() && lines.get(end).depth > depth) {
        end++;
      }
      List<Code> parts = below(lines.subList(next + 1, end), depth + 1);
      try {
        codes.add(new Code(line.code, line.label, line.band, parts));
      } catch (IllegalArgumentException e) {
        throw new WrongLine(line.number);
      }
      next = end;
    }
    return codes;
  }

  private record Line(int number, int depth, String code, Text label, Optional<Code.Band> band) {
    static Line read(String line, int number) throws WrongLine {
      Matcher found = LINE.matcher(line);
      if (!found.matches()) {
        throw new WrongLine(number);
      }
      try {
        return new Line(
            number,
            (int) found.group("deep").chars().filter(c -> c == '>').count(),
            found.group("code"),
            new Text(found.group("sv"), found.group("en")),
            Optional.ofNullable(found.group("from"))
                .map(
                    from ->
                        new Code.Band(Long.parseLong(from), Long.parseLong(found.group("to")))));
      } catch (IllegalArgumentException e) {
        throw new WrongLine(number);
      }
    }
  }

  /** A line does not have the form; says which, from 1. */
  static final class WrongLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    WrongLine(int line) {
      super("line " + line);
      this.line = line;
    }

    int line() {
      return line;
    }
  }
}
