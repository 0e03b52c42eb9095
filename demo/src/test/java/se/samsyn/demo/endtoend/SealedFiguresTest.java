package se.samsyn.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.demo.world.Office;
import se.samsyn.demo.world.OfficeCase;
import se.samsyn.demo.world.SmallGroups;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * What readers see of the demo's sealed collections, recounted from the records as they were made
 * up: each number, and which of them are there.
 */
@ExtendWith(DemoRun.Resolver.class)
class SealedFiguresTest {
  private static final int K = 5;
  private static final int T = 1;

  private final DemoRun run;

  SealedFiguresTest(DemoRun run) {
    this.run = run;
  }

  private SmallGroups groups(String id) {
    return id.equals("bergslund") ? SmallGroups.county(1) : SmallGroups.twin(1, id, "Tvillinge");
  }

  /** The sealed form of the definition, as one of the agencies has got it. */
  private CollectionManifest manifest(SmallGroups groups) throws Exception {
    Path manifests =
        run.folder()
            .resolve("tvillingar")
            .resolve(groups.offices().get(0).agency())
            .resolve("state/manifests");
    try (Stream<Path> files = Files.list(manifests)) {
      Signed signed = Codecs.SIGNED.read(Files.readAllBytes(files.findFirst().orElseThrow()));
      return Codecs.MANIFEST.read(signed.payload());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tvillinge-forseglad", "bergslund"})
  void eachNumberIsThePlainSumAndThoseThatAreThereAreSafe(String id) throws Exception {
    SmallGroups groups = groups(id);
    CollectionManifest manifest = manifest(groups);
    Definition definition = manifest.definitions().get(0);
    Map<List<String>, Long> shown = shown(id, definition);
    Map<List<String>, Long> expected = new HashMap<>();
    for (List<String> node : plainWalk(groups, manifest, definition)) {
      expected.put(node, sum(counts(groups, definition, node)));
    }

    assertThat(shown).isEqualTo(expected);
    assertThat(shown.keySet()).hasSizeGreaterThan(5);
  }

  @Test
  void theSealedTwinShowsMoreOfTheSameChildrenThanTheOpenOne() throws Exception {
    SmallGroups sealed = groups("tvillinge-forseglad");
    Definition definition = manifest(sealed).definitions().get(0);
    Map<List<String>, Long> shown = shown(sealed.id(), definition);
    long open = 0;
    for (NamedCsvRecord row : rows("tvillinge-oppen", "tsi-assessed")) {
      long totals =
          Stream.of("level", "sex", "age").filter(d -> row.getField(d).equals(Code.TOTAL)).count();
      if (row.getField("state").equals("value") && totals >= 2) {
        open++;
      }
    }
    assertThat((long) shown.size())
        .as("exact numbers of the whole and of one class at a time")
        .isGreaterThan(open);
  }

  /** The numbers that are there, by their codes. */
  private Map<List<String>, Long> shown(String id, Definition definition) throws Exception {
    Map<List<String>, Long> shown = new HashMap<>();
    for (NamedCsvRecord row : rows(id, definition.id().value())) {
      List<String> codes =
          definition.dimensions().stream().map(d -> row.getField(d.id().value())).toList();
      assertThat(row.getField("state")).isEqualTo("value");
      shown.put(codes, Long.parseLong(row.getField("lower")));
    }
    return shown;
  }

  private List<NamedCsvRecord> rows(String id, String definition)
      throws IOException, InterruptedException {
    String csv = run.reader().get("/api/v1/collections/" + id + "/tables/" + definition + "/csv");
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return records.stream()
          .filter(row -> row.getField("actor").equals(Code.TOTAL))
          .filter(row -> row.getField("measure").equals("children"))
          .toList();
    }
  }

  /** Each office's children in a node. */
  private static List<Long> counts(SmallGroups groups, Definition definition, List<String> codes) {
    List<Long> counts = new ArrayList<>();
    for (Office office : groups.offices()) {
      long count = 0;
      for (OfficeCase child : office.cases()) {
        boolean in = true;
        for (int d = 0; d < codes.size(); d++) {
          in &=
              leaves(definition.dimensions().get(d), codes.get(d))
                  .contains(leaf(definition.dimensions().get(d), child));
        }
        count += in ? 1 : 0;
      }
      counts.add(count);
    }
    return counts;
  }

  private static String leaf(Dimension dimension, OfficeCase child) {
    return switch (dimension.id().value()) {
      case "municipality" -> child.municipality();
      case "sex" -> child.sex().code();
      case "level" -> child.level();
      case "age" -> {
        // At the start of the term the birthday of this year is not told; age is by year of birth.
        long age = SmallGroups.TERM.start().getYear() - child.birthYear();
        yield dimension.leaves().stream()
            .filter(c -> c.band().get().from() <= age && age <= c.band().get().to())
            .findFirst()
            .orElseThrow()
            .code();
      }
      default -> throw new IllegalStateException(dimension.id().value());
    };
  }

  private static Set<String> leaves(Dimension dimension, String code) {
    Set<String> leaves = new HashSet<>();
    Stream<Code> below =
        code.equals(Code.TOTAL)
            ? dimension.leaves().stream()
            : dimension.find(code).orElseThrow().preorder().filter(Code::isLeaf);
    below.forEach(c -> leaves.add(c.code()));
    return leaves;
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(c -> c).sum();
  }

  /** The walk of the specification by the rule as it is worded there, on plain numbers. */
  private static Set<List<String>> plainWalk(
      SmallGroups groups, CollectionManifest manifest, Definition definition) {
    List<String> ids = definition.dimensions().stream().map(d -> d.id().value()).toList();
    var terms = manifest.sealed().orElseThrow();
    Node units =
        terms
            .units()
            .map(u -> node(definition.dimensions().get(ids.indexOf(u.value()))))
            .orElse(new Node(Code.TOTAL, List.of()));
    Map<String, List<String>> open = new TreeMap<>();
    AdaptiveResolution.resolve(
        units,
        terms.attributes().stream()
            .map(
                a ->
                    new Attribute(
                        a.dimension().value(),
                        node(definition.dimensions().get(ids.indexOf(a.dimension().value()))),
                        a.startUnit()))
            .toList(),
        members -> {
          boolean safe = true;
          List<List<String>> nodes = new ArrayList<>();
          for (OpenNode member : members) {
            List<String> codes = new ArrayList<>();
            ids.forEach(i -> codes.add(Code.TOTAL));
            terms.units().ifPresent(u -> codes.set(ids.indexOf(u.value()), member.unit()));
            member.attribute().ifPresent(a -> codes.set(ids.indexOf(a), member.clazz()));
            nodes.add(codes);
            long s =
                counts(groups, definition, codes).stream().mapToLong(c -> Math.min(c, K)).sum();
            safe &= s == 0 || s >= (T + 1) * K + 1;
          }
          if (safe) {
            nodes.forEach(n -> open.put(n.toString(), n));
          }
          return safe;
        });
    return new HashSet<>(open.values());
  }

  private static Node node(Dimension dimension) {
    return new Node(Code.TOTAL, dimension.codes().stream().map(SealedFiguresTest::node).toList());
  }

  private static Node node(Code code) {
    return new Node(code.code(), code.codes().stream().map(SealedFiguresTest::node).toList());
  }
}
