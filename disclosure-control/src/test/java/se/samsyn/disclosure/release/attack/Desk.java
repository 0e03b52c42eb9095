package se.samsyn.disclosure.release.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.release.ReleaseIndex;
import se.samsyn.disclosure.release.Shown;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.disclosure.release.Window;
import se.samsyn.disclosure.rule.MinimumFrequency;

/** Makes tables of a world that are protected as if each were alone, and releases them in turn. */
final class Desk {
  private final World world;
  private final Random random;
  private final int k;
  private final Map<List<Object>, List<Figure>> deliveries = new HashMap<>();
  private final List<PublishedRelease> earlier = new ArrayList<>();

  Desk(World world, Random random, int k) {
    this.world = world;
    this.random = random;
    this.k = k;
  }

  World world() {
    return world;
  }

  /** What was released when, and what is to come. */
  record Story(World world, List<PublishedRelease> earlier, PublishedRelease next) {}

  /**
   * A table of one agency, or a joint one with each agency's own figures.
   *
   * @param cells per cell its classes, such as {@code "age=1,2"}
   */
  PublishedTable table(
      String id, String concept, Set<Contribution> by, Window window, Cells cells) {
    List<Figure> figures = new ArrayList<>();
    Map<Map<String, Set<String>>, Long> open = new HashMap<>();
    Set<Map<String, Set<String>>> hidden = new HashSet<>();
    for (Contribution one : by) {
      for (Figure figure : delivered(one, concept, window, cells)) {
        figures.add(figure);
        if (figure.shown() instanceof Shown.Exact exact) {
          open.merge(figure.subject().extent().classes(), exact.value(), Long::sum);
        } else {
          hidden.add(figure.subject().extent().classes());
        }
      }
    }
    if (by.size() > 1) {
      for (Map<String, Set<String>> classes : cells.all()) {
        Extent extent = new Extent(by, window, classes);
        figures.add(
            hidden.contains(classes)
                ? Figure.hidden(concept, extent)
                : Figure.exact(concept, extent, open.get(classes)));
      }
    }
    return PublishedTable.safeAlone(id, figures);
  }

  /** The classes of a table's cells. */
  record Cells(List<Map<String, Set<String>>> all) {
    static Cells of(String... cells) {
      return new Cells(Arrays.stream(cells).map(Cells::classes).toList());
    }

    /** Each with each. */
    Cells times(Cells other) {
      List<Map<String, Set<String>>> both = new ArrayList<>();
      for (Map<String, Set<String>> a : all) {
        for (Map<String, Set<String>> b : other.all) {
          Map<String, Set<String>> one = new HashMap<>(a);
          one.putAll(b);
          both.add(one);
        }
      }
      return new Cells(both);
    }

    private static Map<String, Set<String>> classes(String cell) {
      return cell.isEmpty()
          ? Map.of()
          : Map.of(
              cell.substring(0, cell.indexOf('=')),
              Set.of(cell.substring(cell.indexOf('=') + 1).split(",")));
    }
  }

  /** The same delivery comes again in a new version. */
  private List<Figure> delivered(Contribution by, String concept, Window window, Cells cells) {
    return deliveries.computeIfAbsent(
        List.of(by, concept, window, cells), d -> protectedAlone(by, concept, window, cells));
  }

  private List<Figure> protectedAlone(Contribution by, String concept, Window window, Cells cells) {
    List<Figure> figures = new ArrayList<>();
    for (Map<String, Set<String>> classes : cells.all()) {
      Figure figure = world.figure(concept, new Extent(Set.of(by), window, classes));
      boolean few = world.isOfFew(figure.subject(), k);
      figures.add(few ? hide(figure) : figure);
    }
    while (!isAlone(figures)) {
      List<Integer> shown = new ArrayList<>();
      for (int i = 0; i < figures.size(); i++) {
        if (figures.get(i).shown() instanceof Shown.Exact) {
          shown.add(i);
        }
      }
      int one = shown.get(random.nextInt(shown.size()));
      figures.set(one, hide(figures.get(one)));
    }
    return figures;
  }

  static Figure hide(Figure figure) {
    return Figure.hidden(figure.subject().concept(), figure.subject().extent());
  }

  private boolean isAlone(List<Figure> figures) {
    PublishedRelease release = world.release("alone", PublishedTable.safeAlone("t", figures));
    Attacker attacker =
        new Attacker(new Numbers(world, List.of(release)), List.of(release), Optional.empty(), k);
    return attacker.narrowed(attacker.targets()).isEmpty();
  }

  /** Shows it if the check lets it, or the first of the changes that do. */
  void release(PublishedRelease next) {
    Verdict verdict =
        ReleaseCheck.with(new MinimumFrequency(k)).check(ReleaseIndex.of(earlier), next);
    if (verdict instanceof Verdict.Safe) {
      earlier.add(next);
    } else if (verdict instanceof Verdict.Unsafe unsafe && !unsafe.remedies().isEmpty()) {
      earlier.add(unsafe.remedies().get(0).release());
    }
  }

  Story then(PublishedRelease next) {
    return new Story(world, List.copyOf(earlier), next);
  }

  /** All figures of one table as they are. */
  List<Figure> exact(String concept, Set<Contribution> by, Window window, Cells cells) {
    return cells.all().stream()
        .map(classes -> world.figure(concept, new Extent(by, window, classes)))
        .collect(Collectors.toList());
  }

  Subject subject(String concept, Set<Contribution> by, Window window, String cell) {
    return new Subject(concept, new Extent(by, window, Cells.classes(cell)));
  }
}
