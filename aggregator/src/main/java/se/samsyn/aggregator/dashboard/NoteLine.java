package se.samsyn.aggregator.dashboard;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.samsyn.aggregator.dashboard.text.DateText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.note.Note;

/**
 * A note as it is shown.
 *
 * @param about the heading of the section, and the figure's title
 * @param written by whom, when, on which release
 */
public record NoteLine(String about, String step, String text, String written) {
  /** The notes by what they are about, in the order given. */
  static Map<String, List<NoteLine>> bySubject(List<Note> notes, CollectionPage page, Texts texts) {
    return notes.stream()
        .collect(
            Collectors.groupingBy(
                Note::about, Collectors.mapping(n -> of(n, page, texts), Collectors.toList())));
  }

  static NoteLine of(Note note, CollectionPage page, Texts texts) {
    return new NoteLine(
        page.subjects().getOrDefault(note.about(), note.about()),
        texts.of("note.step." + note.step().word()),
        note.text(),
        texts.of("note.written", note.author(), DateText.of(note.at(), texts), note.release()));
  }
}
