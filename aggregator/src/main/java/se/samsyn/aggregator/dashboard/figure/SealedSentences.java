package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.figure.SealedSections.Headline;
import se.samsyn.aggregator.dashboard.text.PeriodText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.sealed.SealedView;
import se.samsyn.aggregator.reading.sealed.Shown;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Question;

/** Says in words what was opened of a sealed table. */
final class SealedSentences {
  private final Texts texts;
  private final Sentences sentences;

  SealedSentences(Texts texts) {
    this.texts = texts;
    this.sentences = new Sentences(texts);
  }

  /** "212 barn bedömdes gemensamt under ...", or that nothing could be opened. */
  Headline total(Question question, Pick total) {
    return new Headline(
        isOpened(total) ? sentences.total(question, total) : closed(), sentences.key(total), "");
  }

  /** "Antal: 212 barn." */
  Headline measure(Pick total) {
    return new Headline(
        isOpened(total) ? sentences.measure(total) : closed(), sentences.key(total), "");
  }

  /**
   * Which class is the most common. A class that is the largest is so beside groups too, which hold
   * more than each of their members; that a group is the largest says nothing of its members.
   */
  Headline largest(Question question, Pick total, Dimension attribute, Optional<Axis> classes) {
    if (!isOpened(total)) {
      return Headline.of(closed());
    }
    String key = question == Question.RESULT ? "result.largest" : "largest";
    return classes
        .flatMap(
            axis ->
                sentences
                    .largest(total, axis)
                    .filter(e -> isOneClass(total, attribute, axis, e))
                    .map(
                        e ->
                            new Headline(
                                sentences.largest(key, total, axis),
                                sentences.key(e.narrow().apply(total)),
                                e.label())))
        .orElseGet(() -> Headline.of(texts.of("sealed.no-largest")));
  }

  private static boolean isOneClass(Pick total, Dimension attribute, Axis axis, Axis.Entry entry) {
    List<Shown> classes = view(total).classes(Code.TOTAL, attribute);
    return !classes.get(axis.entries().indexOf(entry)).isGroup();
  }

  /** The whole, for an agency's people: their own part is with them only. */
  Headline own(Pick whole) {
    return Headline.of(
        isOpened(whole)
            ? texts.of(
                "sealed.own",
                PeriodText.of(whole.cube().table().manifest().period(), texts),
                sentences.key(whole))
            : closed());
  }

  /** How the whole has changed, since the period before and since the first. */
  Stream<String> change(Pick total, Indicator indicator) {
    return Stream.of(
            sentences.pooled(total, indicator.longer()),
            sentences.change(total, indicator.before()),
            sentences.change(total, indicator.baseline()))
        .flatMap(Optional::stream);
  }

  /** "Flickor 16, pojkar 12.", where each class was opened. */
  String classes(Pick total, Dimension attribute) {
    return sentences.classes(total, Axis.leaves(attribute, texts));
  }

  /** How many units are shown by themselves and how many together with others. */
  Optional<String> grouped(SealedView view) {
    List<Shown> units = view.units();
    if (units.isEmpty()) {
      return Optional.empty();
    }
    int all = units.stream().mapToInt(u -> u.members().size()).sum();
    List<Shown> groups = units.stream().filter(Shown::isGroup).toList();
    int together = groups.stream().mapToInt(g -> g.members().size()).sum();
    if (groups.isEmpty()) {
      return Optional.of(texts.of("sealed.units.alone", all));
    }
    if (groups.get(0).isWhole()) {
      return Optional.of(texts.of("sealed.units.whole", all));
    }
    return Optional.of(
        together == all
            ? texts.of("sealed.units.groups", all, groups.size())
            : texts.of("sealed.units.grouped", all, all - together, together, groups.size()));
  }

  /** What must be known to read the numbers right. */
  List<String> remarks(Pick total) {
    return sentences.remarks(total);
  }

  private String closed() {
    return texts.of("sealed.closed");
  }

  private static boolean isOpened(Pick total) {
    return view(total).isOpened();
  }

  private static SealedView view(Pick total) {
    return SealedView.of(total.cube(), total.measure());
  }
}
