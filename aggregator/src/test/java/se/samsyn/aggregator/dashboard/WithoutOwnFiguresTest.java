package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.dashboard.figure.Figure;
import se.samsyn.aggregator.dashboard.figure.Section;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.WithdrawnCollection;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.OwnFigures;

/**
 * The page of the sample collections, if their agencies had agreed not to show their own figures.
 */
class WithoutOwnFiguresTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @Test
  void whichActorsIsNotAnsweredAndNoFigureIsByActor() {
    JointTables sample = aggregator.bean(JointTables.class);
    CollectionPage shown = page(sample);
    assertThat(actors(shown).main()).isPresent();
    assertThat(figures(shown)).anyMatch(f -> f.id().endsWith("-actor"));
    CollectionPage without = page(new Agreed(sample));
    assertThat(actors(without).main()).isEmpty();
    assertThat(actors(without).sentence()).startsWith("Det visas inte: aktörerna");
    assertThat(figures(without)).isNotEmpty().noneMatch(f -> f.id().endsWith("-actor"));
    assertThat(without.parts())
        .flatExtracting(p -> p.facts().stream().toList())
        .allMatch(f -> f.facts().stream().anyMatch(l -> l.text().contains("visas inte, så har")));
  }

  private static CollectionPage page(JointTables tables) {
    return new CollectionPageMaker(tables, AreaMap.EMPTY)
        .make(tables.closed().get(0), tables.closed(), Texts.in(Language.SV));
  }

  private static Section actors(CollectionPage page) {
    return page.questions().get(Question.ACTORS.ordinal()).section();
  }

  private static List<Figure> figures(CollectionPage page) {
    return page.parts().stream()
        .map(CollectionPage.Part::section)
        .flatMap(s -> Stream.concat(s.main().stream(), s.details().stream()))
        .toList();
  }

  /** The same collections with the agreement in their manifests. */
  private record Agreed(JointTables sample) implements JointTables {
    @Override
    public List<ClosedCollection> closed() {
      return sample.closed().stream()
          .map(
              c ->
                  new ClosedCollection(
                      agreed(c.manifest()), c.closed(), c.absentees(), c.release()))
          .toList();
    }

    @Override
    public Optional<JointTable> find(CollectionId id, DefinitionRef definition) {
      return sample
          .find(id, definition)
          .map(
              t ->
                  new JointTable(
                      agreed(t.manifest()),
                      t.definition(),
                      t.reported(),
                      t.notReported(),
                      t.joint(),
                      Map.of()));
    }

    @Override
    public List<WithdrawnCollection> withdrawn() {
      return List.of();
    }

    private static CollectionManifest agreed(CollectionManifest like) {
      return new CollectionManifest(
          like.collection(),
          like.version(),
          like.constellation(),
          like.period(),
          like.definitions(),
          like.tables(),
          like.participants(),
          like.encryptionKey(),
          like.issued(),
          like.deadline(),
          Optional.of(OwnFigures.NOT_SHOWN),
          like.sealed());
    }
  }
}
