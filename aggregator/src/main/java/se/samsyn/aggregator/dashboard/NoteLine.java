package se.samsyn.aggregator.dashboard;

import se.samsyn.aggregator.dashboard.text.DateText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.note.Note;

/**
 * A note as it is shown.
 *
 * @param about the heading of the figure's section
 * @param written by whom, when, on which release
 */
public record NoteLine(String about, String step, String text, String written) {
  static NoteLine of(Note note, CollectionPage page, Texts texts) {
    return new NoteLine(
        page.parts().stream()
            .map(CollectionPage.Part::section)
            .filter(s -> s.id().equals(note.about()))
            .map(s -> s.heading())
            .findFirst()
            .orElse(note.about()),
        texts.of("note.step." + note.step().word()),
        note.text(),
        texts.of("note.written", note.author(), DateText.of(note.at(), texts), note.release()));
  }
}
