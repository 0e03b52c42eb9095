package se.samsyn.disclosure.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.adaptive.AdaptiveResolution.Group;
import se.samsyn.disclosure.adaptive.AdaptiveResolution.Resolution;
import se.samsyn.disclosure.table.Node;

/** Top down, all or nothing, in one fixed order, however deep the trees are. */
class AdaptiveResolutionTest {
  private static final Node UNITS =
      Node.of(
          "all",
          Node.of("n", Node.leaf("a"), Node.leaf("b")),
          Node.of("s", Node.of("c", Node.leaf("only")), Node.leaf("d")));
  private static final Attribute SEX =
      new Attribute("sex", Node.of("every", Node.leaf("1"), Node.leaf("2")), "all");
  private static final Attribute GRADE =
      new Attribute(
          "grade",
          Node.of("every", Node.of("low", Node.leaf("1"), Node.leaf("2")), Node.leaf("high")),
          "n");

  @Test
  void theOrderOfGroupsIsThatOfTheRule() {
    List<String> groups = new ArrayList<>();
    Resolution resolution =
        AdaptiveResolution.resolve(
            UNITS,
            List.of(SEX, GRADE),
            group -> {
              StringBuilder text = new StringBuilder();
              group.forEach(node -> text.append(node.unit()).append(node.clazz()).append(' '));
              groups.add(text.toString().strip());
              return true;
            });

    assertThat(groups)
        .containsExactly(
            "all",
            "all1 all2",
            "n s",
            "n1 n2 s1 s2",
            "nlow nhigh",
            "n1 n2",
            "a b",
            "a1 a2 b1 b2",
            "alow ahigh blow bhigh",
            "a1 a2 b1 b2",
            "c d",
            "c1 c2 d1 d2");
    assertThat(resolution.open()).hasSize(33);
  }

  @Property(tries = 100)
  void aGroupIsTestedOnlyIfItsParentsAreOpen(@ForAll long seed) {
    Random random = new Random(seed);
    Set<OpenNode> closed = new HashSet<>();
    Resolution resolution =
        AdaptiveResolution.resolve(
            UNITS,
            List.of(SEX, GRADE),
            group -> {
              boolean safe = random.nextInt(4) > 0;
              if (!safe) {
                closed.addAll(group);
              }
              return safe;
            });

    for (Group group : resolution.groups()) {
      for (OpenNode member : group.members()) {
        assertThat(resolution.open().contains(member))
            .as("seed %d: a group opens as a whole", seed)
            .isEqualTo(group.opened());
        if (member.attribute().isPresent()) {
          assertThat(resolution.open())
              .as("seed %d: the unit's total is open before its classes", seed)
              .contains(OpenNode.total(member.unit()));
        }
      }
    }
    assertThat(resolution.open()).noneMatch(closed::contains);
  }

  @Test
  void treesMayBeDeep() {
    int depth = 30_000;
    Node units = Node.leaf("u" + depth);
    for (int i = depth - 1; i >= 0; i--) {
      units = Node.of("u" + i, Node.leaf("leaf" + i), units);
    }

    Resolution resolution = AdaptiveResolution.resolve(units, List.of(), group -> true);

    assertThat(resolution.open()).hasSize(2 * depth + 1);
  }
}
