package se.samsyn.aggregator.dashboard.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.Pool;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.message.Participant;

/**
 * The rows or the columns of a figure: each entry narrows what is picked.
 *
 * @param notes what the marks at its labels mean, and what cannot be in a row
 */
record Axis(String title, List<Entry> entries, List<String> notes) {
  Axis {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  Axis(String title, List<Entry> entries) {
    this(title, entries, List.of());
  }

  /**
   * @param depth 0, or how far below a class of the same axis
   */
  record Entry(String label, int depth, UnaryOperator<Pick> narrow) {}

  /** Only the total. */
  static Axis total(Texts texts) {
    return new Axis("", List.of(all(texts)));
  }

  /** The classes of a dimension, without its total. */
  static Axis classes(Dimension dimension, Texts texts) {
    List<Entry> entries = new ArrayList<>();
    dimension.codes().forEach(c -> add(entries, dimension, c, 0, texts));
    return new Axis(texts.of(dimension.title()), entries);
  }

  /** The classes that have no parts. */
  static Axis leaves(Dimension dimension, Texts texts) {
    return new Axis(
        texts.of(dimension.title()),
        dimension.leaves().stream().map(c -> entry(dimension, c, 0, texts)).toList());
  }

  /**
   * The classes, and where classes are hidden one by one, those together if what is released of
   * {@code base} tells it.
   */
  static Axis classes(Dimension dimension, Pick base, Texts texts) {
    Axis all = classes(dimension, texts);
    List<Entry> entries = new ArrayList<>(all.entries());
    pooled(dimension, base, texts).ifPresent(entries::add);
    return new Axis(all.title(), entries, apart(dimension, base, texts));
  }

  /** Why hidden classes of an order have no row together. */
  private static List<String> apart(Dimension dimension, Pick base, Texts texts) {
    List<Code> apart = Pool.apart(dimension, base);
    return apart.isEmpty()
        ? List.of()
        : List.of(
            texts.of(
                "axis.apart",
                apart.stream().map(c -> texts.of(c.label())).collect(Collectors.joining(", "))));
  }

  /** The hidden classes together, where there are others and it can be told. */
  static Optional<Entry> pooled(Dimension dimension, Pick base, Texts texts) {
    return Pool.of(dimension, base)
        .filter(p -> p.classes().size() < dimension.codes().size())
        .map(
            p ->
                new Entry(
                    together(dimension, p.classes(), texts), 0, pick -> p.read(dimension, pick)));
  }

  /** "6–17 år tillsammans", or the names with commas between. */
  private static String together(Dimension dimension, List<Code> classes, Texts texts) {
    Optional<Code.Band> first = classes.get(0).band();
    Optional<Code.Band> last = classes.get(classes.size() - 1).band();
    if (dimension.by() instanceof ClassifiedBy.Age && first.isPresent() && last.isPresent()) {
      return texts.of("axis.pooled.age", first.get().from(), last.get().to());
    }
    return dimension.isBanded()
        ? texts.of(
            "axis.pooled",
            texts.of(classes.get(0).label()),
            texts.of(classes.get(classes.size() - 1).label()))
        : texts.of(
            "axis.pooled.list",
            classes.stream().map(c -> texts.of(c.label())).collect(Collectors.joining(", ")));
  }

  /** The total and the topmost classes of a dimension. */
  static Axis totalAndTop(Dimension dimension, Texts texts) {
    List<Entry> entries = new ArrayList<>();
    entries.add(all(texts));
    dimension.codes().forEach(c -> entries.add(entry(dimension, c, 0, texts)));
    return new Axis(texts.of(dimension.title()), entries);
  }

  /** The agencies that take part, delivered or not. */
  static Axis actors(List<Participant> participants, Texts texts) {
    return new Axis(
        texts.of("axis.actor"),
        participants.stream()
            .map(p -> new Entry(texts.of(p.name()), 0, pick -> pick.with(p.agency())))
            .toList());
  }

  /**
   * The same indicator in each of its periods, earliest first; a star where an agency is missing.
   */
  static Axis periods(List<Cube> earliestFirst, Texts texts) {
    return new Axis(
        texts.of("axis.period"),
        earliestFirst.stream()
            .map(
                c ->
                    new Entry(
                        PeriodText.of(c.table().manifest().period(), texts)
                            + (c.table().notReported().isEmpty() ? "" : " *"),
                        0,
                        pick -> pick.with(c)))
            .toList(),
        incomplete(earliestFirst, texts));
  }

  /** "* I siffrorna för vårterminen 2025 saknas Hälso- och sjukvården." */
  private static List<String> incomplete(List<Cube> periods, Texts texts) {
    return periods.stream()
        .filter(c -> !c.table().notReported().isEmpty())
        .map(
            c ->
                texts.of(
                    "remark.incomplete",
                    PeriodText.of(c.table().manifest().period(), texts),
                    c.table().notReported().stream()
                        .map(p -> texts.of(p.name()))
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  static Axis measures(List<Measure> measures, Texts texts) {
    return new Axis(
        texts.of("axis.measure"),
        measures.stream()
            .map(m -> new Entry(texts.of(m.title()), 0, pick -> pick.with(m)))
            .toList());
  }

  private static Entry all(Texts texts) {
    return new Entry(texts.of("axis.all"), 0, pick -> pick);
  }

  private static void add(List<Entry> entries, Dimension d, Code code, int depth, Texts texts) {
    entries.add(entry(d, code, depth, texts));
    code.codes().forEach(c -> add(entries, d, c, depth + 1, texts));
  }

  private static Entry entry(Dimension d, Code code, int depth, Texts texts) {
    return new Entry(texts.of(code.label()), depth, pick -> pick.with(d.id(), code.code()));
  }
}
