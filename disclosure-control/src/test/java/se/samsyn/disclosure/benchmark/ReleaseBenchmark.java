package se.samsyn.disclosure.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.release.ReleaseIndex;
import se.samsyn.disclosure.release.Remedy;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.disclosure.release.Window;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * How long a release is checked beside earlier ones, by its size and by their number. A release is
 * a table of areas by age group and sex over three agencies, with each agency's own figures; small
 * counts come in blocks of two by two by two, which the table hides. Of the earlier releases every
 * tenth is about the same records in other groupings (growth by cells, related, unsafe), or none is
 * (unrelated), or all are (crowded); the rest are of other periods. In the unsafe ones there is one
 * more, about three areas together of which the new one hides one. Each line gives the ratio to one
 * reading of all figures that are about the same records: nothing that has looked at them can do
 * less.
 *
 * <p>{@code benchmarks/releases.sh [growth|unrelated|related|crowded|unsafe|disclosing] [numbers of
 * areas, or of releases]}
 */
public final class ReleaseBenchmark {
  private static final int K = 5;
  private static final int AGES = 5;

  /** No earlier release is about the same records. */
  private static final int NEVER = 1_000_000;

  private static final Concept CHILDREN = Concept.persons("children");
  private static final LocalDate START = LocalDate.of(2025, 7, 1);
  private static final List<Contribution> AGENCIES =
      List.of(Contribution.of("school"), Contribution.of("social"), Contribution.of("clinic"));

  private final Random random;
  private final int areas;
  private final long[][] counts;
  private final boolean[][] hidden;

  private ReleaseBenchmark(long seed, int areas) {
    random = new Random(seed);
    this.areas = areas;
    counts = new long[AGENCIES.size()][areas * AGES * 2];
    hidden = new boolean[AGENCIES.size()][areas * AGES * 2];
    for (int agency = 0; agency < AGENCIES.size(); agency++) {
      for (int cell = 0; cell < counts[agency].length; cell++) {
        counts[agency][cell] = K + random.nextInt(20);
      }
      for (int block = 0; block < areas / 10; block++) {
        int area = random.nextInt(areas / 2) * 2;
        int age = random.nextInt(AGES - 1);
        for (int i = 0; i < 8; i++) {
          int cell = ((area + (i & 1)) * AGES + age + (i >> 1 & 1)) * 2 + (i >> 2);
          counts[agency][cell] = 3 + random.nextInt(3);
          hidden[agency][cell] = true;
        }
      }
    }
  }

  public static void main(String[] arguments) {
    String what = arguments.length == 0 ? "growth" : arguments[0];
    long seed = Long.getLong("seed", 1);
    System.out.println("seed " + seed + ", k " + K);
    new ReleaseBenchmark(seed, 40).run("warming up", 20, 2, 0);
    boolean isBySize = Set.of("growth", "unsafe", "disclosing").contains(what);
    int[] numbers =
        arguments.length > 1
            ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
            : isBySize ? new int[] {68, 138, 276, 554} : new int[] {25, 50, 100, 200};
    switch (what) {
      case "growth" -> {
        for (int areas : numbers) {
          new ReleaseBenchmark(seed, areas).run("cells", 200, 10, 0);
        }
      }
      case "unrelated" -> {
        for (int earlier : numbers) {
          new ReleaseBenchmark(seed, 554).run("of other records", earlier, NEVER, 0);
        }
      }
      case "related" -> {
        for (int earlier : numbers) {
          new ReleaseBenchmark(seed, 554).run("a tenth of the same records", earlier, 10, 0);
        }
      }
      case "crowded" -> {
        for (int earlier : numbers) {
          new ReleaseBenchmark(seed, 554).run("all of the same records", earlier, 1, 0);
        }
      }
      case "unsafe" -> {
        for (int areas : numbers) {
          new ReleaseBenchmark(seed, areas).run("one too many", 200, 10, 1);
        }
      }
      case "disclosing" -> {
        for (int areas : numbers) {
          new ReleaseBenchmark(seed, areas).run("many too many", 200, 10, areas / 10);
        }
      }
      default -> throw new IllegalArgumentException("not measured: " + what);
    }
  }

  private void run(String name, int earlierCount, int every, int tooMany) {
    ReleaseIndex earlier = new ReleaseIndex();
    List<PublishedRelease> near = new ArrayList<>();
    for (int i = 0; i < earlierCount; i++) {
      PublishedRelease release =
          i % every == every - 1
              ? release("extract-" + i, extract(i / every))
              : release("other-" + i, table(window(1 + i), true));
      earlier.add(release);
      if (i % every == every - 1) {
        near.add(release);
      }
    }
    if (tooMany > 0) {
      PublishedRelease sums = release("too-many", threeAreas(tooMany));
      earlier.add(sums);
      near.add(sums);
    }
    PublishedRelease next = release("next", table(window(0), false));
    near.add(next);
    double once = seconds(() -> read(near));
    long start = System.nanoTime();
    long work = processorTime();
    Verdict verdict = ReleaseCheck.with(new MinimumFrequency(K)).check(earlier, next);
    double check = (System.nanoTime() - start) / 1e9;
    double processor = (processorTime() - work) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %d joint cells, %d figures, %d earlier releases, %d of the same records with %d figures:"
            + " %s in %.2f s, %.2f s of processor time, %.0f times one reading of %.4f s%n",
        name,
        next.figures().filter(f -> f.subject().extent().contributions().size() > 1).count(),
        next.figures().count(),
        earlierCount,
        near.size() - 1,
        near.stream().limit(near.size() - 1).mapToLong(r -> r.figures().count()).sum(),
        verdict instanceof Verdict.Unsafe u
            ? "unsafe, " + u.findings().size() + " findings, " + u.remedies().size() + " changes"
            : verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        check,
        processor,
        check / once,
        once);
    if (verdict instanceof Verdict.Unsafe unsafe) {
      unsafe.remedies().forEach(ReleaseBenchmark::print);
    }
  }

  private static void print(Remedy remedy) {
    String what =
        remedy instanceof Remedy.HideCells hide
            ? "hide " + hide.cells().size() + " figures"
            : remedy instanceof Remedy.Coarsen coarsen
                ? "without the finest classes of " + coarsen.axis()
                : remedy.getClass().getSimpleName();
    System.out.printf(Locale.ROOT, "  %s: %.1f %% still shown%n", what, 100 * remedy.shown());
  }

  private static Window window(int half) {
    return new Window(START.plusMonths(6L * half), START.plusMonths(6L * half + 6));
  }

  private static PublishedRelease release(String id, List<Figure> figures) {
    return new PublishedRelease(
        id, List.of(CHILDREN), Map.of(), List.of(PublishedTable.safeAlone("table", figures)));
  }

  /** Areas by ages by sexes with all totals; small ones only for releases of other periods. */
  private List<Figure> table(Window window, boolean isSmall) {
    List<int[]> areaSets = new ArrayList<>(List.of(range(0, areas)));
    for (int area = 0; area < (isSmall ? Math.min(areas, 20) : areas); area++) {
      areaSets.add(new int[] {area});
    }
    List<int[]> ageSets = new ArrayList<>(List.of(range(0, AGES)));
    for (int age = 0; age < AGES; age++) {
      ageSets.add(new int[] {age});
    }
    return figures(window, areaSets, ageSets);
  }

  /** Groups of areas by two age groups: numbers that are near each other group differently. */
  private List<Figure> extract(int number) {
    int size = 2 * (2 + number % 7);
    int cut = 1 + number % (AGES - 1);
    // Cut off by two areas more after each round of the sizes and cuts, since no cell is to be
    // told apart by two groupings that a table has hidden in a pair of areas.
    int first = number / 28 * 2 % size;
    List<int[]> areaSets = new ArrayList<>(List.of(range(0, areas)));
    for (int from = first; from + size <= areas; from += size) {
      areaSets.add(range(from, from + size));
    }
    return figures(window(0), areaSets, List.of(range(0, AGES), range(0, cut), range(cut, AGES)));
  }

  /**
   * Three areas together, for one age and sex: the new release hides one of them and no other.
   *
   * @param count for how many hidden figures
   */
  private List<Figure> threeAreas(int count) {
    List<Figure> figures = new ArrayList<>();
    int[] some = IntStream.range(0, hidden[0].length).filter(cell -> hidden[0][cell]).toArray();
    for (int i = 0; i < count; i++) {
      int one = some[i * (some.length / count)];
      int age = one / 2 % AGES;
      int[] others =
          IntStream.range(0, areas)
              .filter(a -> Arrays.stream(hidden).noneMatch(h -> h[(a * AGES + age) * 2 + one % 2]))
              .limit(2)
              .toArray();
      add(
          figures,
          window(0),
          new int[] {one / 2 / AGES, others[0], others[1]},
          new int[] {age},
          new int[] {one % 2});
    }
    return figures;
  }

  private static int[] range(int from, int until) {
    return IntStream.range(from, until).toArray();
  }

  private List<Figure> figures(Window window, List<int[]> areaSets, List<int[]> ageSets) {
    List<Figure> figures = new ArrayList<>();
    for (int[] some : areaSets) {
      for (int[] ages : ageSets) {
        for (int[] sexes : List.of(range(0, 2), range(0, 1), range(1, 2))) {
          add(figures, window, some, ages, sexes);
        }
      }
    }
    return figures;
  }

  private void add(List<Figure> figures, Window window, int[] some, int[] ages, int[] sexes) {
    Map<String, Set<String>> classes = new HashMap<>();
    classes.put("area", names(some));
    classes.put("age", names(ages));
    classes.put("sex", names(sexes));
    long joint = 0;
    boolean any = false;
    for (int agency = 0; agency < AGENCIES.size(); agency++) {
      long sum = 0;
      for (int area : some) {
        for (int age : ages) {
          for (int sex : sexes) {
            sum += counts[agency][(area * AGES + age) * 2 + sex];
          }
        }
      }
      boolean isHidden =
          some.length * ages.length * sexes.length == 1
              && hidden[agency][(some[0] * AGES + ages[0]) * 2 + sexes[0]];
      Extent extent = new Extent(Set.of(AGENCIES.get(agency)), window, classes);
      figures.add(
          isHidden
              ? Figure.hidden(CHILDREN.id(), extent)
              : Figure.exact(CHILDREN.id(), extent, sum));
      joint += sum;
      any |= isHidden;
    }
    Extent extent = new Extent(Set.copyOf(AGENCIES), window, classes);
    figures.add(
        any ? Figure.hidden(CHILDREN.id(), extent) : Figure.exact(CHILDREN.id(), extent, joint));
  }

  private static Set<String> names(int[] numbers) {
    return IntStream.of(numbers).mapToObj(Integer::toString).collect(Collectors.toSet());
  }

  private static long read(List<PublishedRelease> releases) {
    Map<Object, Figure> bySubject = new HashMap<>();
    releases.forEach(r -> r.figures().forEach(f -> bySubject.put(f.subject(), f)));
    return bySubject.size();
  }

  /** Of all threads of this program: what a busy machine does not change. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double seconds(Runnable work) {
    work.run();
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
