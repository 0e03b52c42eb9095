package se.samsyn.demo.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.samsyn.demo.Texts;
import se.samsyn.demo.world.Actor;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/** What the demo did, in numbers. */
record Summary(int rows, long cells, long suppressed, Map<JointCell.State, Long> joint) {
  /**
   * Counts what was read, sent and joined.
   *
   * @param folder the demo's, with a folder for each agency
   */
  static Summary of(Path folder, Catalogue catalogue, int rows, Reader reader)
      throws IOException, InterruptedException {
    long cells = 0;
    long suppressed = 0;
    for (Actor actor : Actor.values()) {
      for (ProtectedTable table : SentTables.of(folder.resolve(actor.agency()))) {
        for (List<Cell> list : table.cells().values()) {
          cells += list.size();
          suppressed += list.stream().filter(Cell.Suppressed.class::isInstance).count();
        }
      }
    }
    Map<JointCell.State, Long> joint = new EnumMap<>(JointCell.State.class);
    for (Round round : Round.all()) {
      for (String definition : round.definitions()) {
        reader
            .joint(round.id(), catalogue.definition(new DefinitionId(definition)).orElseThrow())
            .forEach(c -> joint.merge(c.state(), 1L, Long::sum));
      }
    }
    return new Summary(rows, cells, suppressed, joint);
  }

  void print(Texts texts, PrintStream out) {
    out.println(texts.get("summary"));
    out.println(texts.get("summary.rows", rows));
    out.println(texts.get("summary.cells", cells, suppressed));
    out.println(
        texts.get(
            "summary.joint",
            count(JointCell.State.VALUE),
            count(JointCell.State.INTERVAL),
            count(JointCell.State.SUPPRESSED),
            count(JointCell.State.NOT_REPORTED)));
  }

  private long count(JointCell.State state) {
    return joint.getOrDefault(state, 0L);
  }
}
