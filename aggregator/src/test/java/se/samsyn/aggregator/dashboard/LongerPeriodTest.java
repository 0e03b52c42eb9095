package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.LikeDefinition;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.WithdrawnCollection;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** A term whose number is hidden points at the school year that it is part of, and at no other. */
class LongerPeriodTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  private static ClosedCollection sample;
  private static Definition assessed;

  @BeforeAll
  static void start() {
    sample = aggregator.bean(JointTables.class).closed().get(0);
    assessed =
        sample.manifest().definitions().stream()
            .filter(d -> d.id().value().equals("tsi-assessed"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aHiddenTermPointsAtItsSchoolYear() {
    assertThat(remarks("2025/26", new Cell.Value(41)))
        .contains("Läsåret 2025/26 kan visas: 41 barn.");
    assertThat(remarks("2025/26", new Cell.Interval(19, 28)))
        .contains("Läsåret 2025/26 kan visas: mellan 19 och 28 barn.");
  }

  @Test
  void aSchoolYearThatItIsNoPartOfIsNoHelp() {
    assertThat(remarks("2024/25", new Cell.Value(41))).noneMatch(r -> r.contains("kan visas"));
  }

  @Test
  void aSchoolYearThatIsHiddenTooIsNotPointedAt() {
    assertThat(remarks("2025/26", Cell.SUPPRESSED)).noneMatch(r -> r.contains("kan visas"));
  }

  @Test
  void aTermThatIsShownPointsNowhere() {
    Tables tables = new Tables("2025/26", new Cell.Value(41), new Cell.Value(23));
    assertThat(tables.remarks()).noneMatch(r -> r.contains("kan visas"));
  }

  private static List<String> remarks(String schoolYear, Cell total) {
    return new Tables(schoolYear, total, Cell.SUPPRESSED).remarks();
  }

  /** The spring term of 2026, and a school year by a definition of its own. */
  private static final class Tables implements JointTables {
    private final List<ClosedCollection> closed = new ArrayList<>();
    private final Map<String, Cell> totals;

    Tables(String schoolYear, Cell total, Cell term) {
      closed.add(collection("the-term", "VT2026", assessed));
      closed.add(
          collection("the-year", schoolYear, LikeDefinition.yearly(assessed, assessed.unit())));
      totals = Map.of("the-term", term, "the-year", total);
    }

    List<String> remarks() {
      return new CollectionPageMaker(this, AreaMap.EMPTY)
          .make(closed.get(0), closed, Texts.in(Language.SV))
          .questions()
          .get(0)
          .section()
          .remarks();
    }

    @Override
    public List<ClosedCollection> closed() {
      return closed;
    }

    @Override
    public Optional<JointTable> find(CollectionId id, DefinitionRef ref) {
      return closed(id.value())
          .flatMap(c -> c.manifest().definition(ref).map(d -> table(c.manifest(), d)));
    }

    @Override
    public List<WithdrawnCollection> withdrawn() {
      return List.of();
    }

    private JointTable table(CollectionManifest manifest, Definition definition) {
      List<Cell> cells =
          new ArrayList<>(
              java.util.Collections.nCopies(CellSpace.of(definition).size(), Cell.SUPPRESSED));
      cells.set(0, totals.get(manifest.collection().value()));
      return new JointTable(
          manifest,
          definition,
          manifest.participants(),
          List.of(),
          Map.of(definition.collected().get(0).id(), cells),
          Map.of());
    }
  }

  private static ClosedCollection collection(String id, String period, Definition definition) {
    CollectionManifest like = sample.manifest();
    return new ClosedCollection(
        new CollectionManifest(
            new CollectionId(id),
            1,
            like.constellation(),
            Period.parse(period),
            List.of(definition),
            like.tables(),
            like.participants(),
            like.encryptionKey(),
            like.issued(),
            like.deadline(),
            like.ownFigures(),
            like.sealed()),
        sample.closed(),
        List.of(),
        sample.release());
  }
}
