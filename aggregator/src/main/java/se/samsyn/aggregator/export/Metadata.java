package se.samsyn.aggregator.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.aggregator.dashboard.ProtectionText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.message.Participant;

/**
 * What travels with each extract, so that its numbers are not read without it.
 *
 * @param sources the agencies that are in the sums
 * @param notes how the numbers must be read
 */
record Metadata(
    String title,
    String definition,
    String identity,
    String constellation,
    String period,
    List<String> sources,
    List<String> notReported,
    Instant updated,
    String protection,
    List<String> notes) {

  static Metadata of(Extract extract, Texts texts) {
    JointTable table = extract.table();
    return new Metadata(
        texts.of(table.definition().title()),
        texts.of(table.definition().description()),
        table.definition().ref().toString(),
        texts.of(table.manifest().constellation()),
        table.manifest().period().toString(),
        names(table.reported(), texts),
        names(table.notReported(), texts),
        extract.collection().closed(),
        ProtectionText.of(table, texts),
        notes(table, texts));
  }

  private static List<String> notes(JointTable table, Texts texts) {
    List<String> notes = new ArrayList<>();
    notes.add(
        texts.of(table.manifest().sealed().isPresent() ? "export.states.sealed" : "export.states"));
    if (table.definition().counting() == Counting.OVERLAPPING) {
      notes.add(texts.of("remark.overlapping"));
    }
    if (table.manifest().ownFigures().isPresent()) {
      notes.add(texts.of("page.own-figures"));
    }
    return notes;
  }

  private static List<String> names(List<Participant> participants, Texts texts) {
    return participants.stream().map(p -> texts.of(p.name())).toList();
  }
}
