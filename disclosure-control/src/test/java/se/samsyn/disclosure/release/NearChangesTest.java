package se.samsyn.disclosure.release;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.disclosure.release.Scene.ages;
import static se.samsyn.disclosure.release.Scene.exact;
import static se.samsyn.disclosure.release.Scene.hidden;
import static se.samsyn.disclosure.release.Scene.release;
import static se.samsyn.disclosure.release.Scene.where;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.rule.MinimumFrequency;

/** Reasons name few releases, and changes hide few figures, also where the table is large. */
class NearChangesTest {
  private static final ReleaseCheck CHECK = ReleaseCheck.with(new MinimumFrequency(5));
  private static final int AREAS = 400;

  @Test
  void twoFiguresAreHiddenAndTheReleaseThatHasNothingToDoWithItIsNotNamed() {
    PublishedRelease sexes =
        release("sexes", exact(30, where()), exact(15, where("sex=1")), exact(15, where("sex=2")));
    PublishedRelease first =
        release(
            "v1", exact(30, where()), exact(13, where(ages(0, 6))), exact(17, where(ages(6, 13))));
    PublishedRelease second =
        release(
            "v2", exact(30, where()), exact(15, where(ages(0, 7))), exact(15, where(ages(7, 13))));
    Verdict.Unsafe unsafe =
        (Verdict.Unsafe) CHECK.check(ReleaseIndex.of(List.of(sexes, first)), second);
    assertThat(unsafe.findings())
        .allSatisfy(f -> assertThat(f.releases()).containsExactlyInAnyOrder("v1", "v2"));
    assertThat(unsafe.remedies().get(0))
        .isInstanceOfSatisfying(
            Remedy.HideCells.class,
            hide ->
                assertThat(hide.cells())
                    .extracting(Subject::extent)
                    .containsExactlyInAnyOrder(where(ages(0, 7)), where(ages(7, 13))));
  }

  /** The areas 8 and 9 are small; an extract about 9, 20 and 21 together is subtracted. */
  @Test
  void inALargeTableOnlyWhatIsNearIsHidden() {
    PublishedRelease extract =
        release("extract", exact(4 + 12 + 12, where("area=9,20,21", "sex=1")));
    List<PublishedRelease> earlier = new ArrayList<>(List.of(extract));
    for (int size = 4; size <= 16; size += 4) {
      earlier.add(release("groups of " + size, groups(size)));
    }
    PublishedRelease next = release("next", table());
    Verdict.Unsafe unsafe = (Verdict.Unsafe) CHECK.check(ReleaseIndex.of(earlier), next);
    assertThat(unsafe.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.subjects())
                  .containsExactly(new Subject("children", where("area=9", "sex=1")));
              assertThat(finding.releases()).containsExactlyInAnyOrder("extract", "next");
            });
    assertThat(unsafe.remedies().get(0))
        .isInstanceOfSatisfying(
            Remedy.HideCells.class, hide -> assertThat(hide.cells()).hasSizeBetween(1, 12));
    for (Remedy remedy : unsafe.remedies()) {
      assertThat(CHECK.check(ReleaseIndex.of(earlier), remedy.release()))
          .isInstanceOf(Verdict.Safe.class);
    }
  }

  @Test
  void whatShowsNothingDisclosesNothing() {
    PublishedRelease first = release("v1", exact(13, where(ages(0, 6))));
    PublishedRelease second = release("v2", exact(15, where(ages(0, 7))));
    PublishedRelease third = release("v3", hidden(where(ages(6, 7))));
    assertThat(CHECK.check(ReleaseIndex.of(List.of(first, second)), third))
        .isInstanceOf(Verdict.Safe.class);
  }

  private static long count(int area) {
    return area == 8 || area == 9 ? 4 : 12;
  }

  /** Each area by sex; areas 8 and 9 are hidden, and shown for both sexes. */
  private static Figure[] table() {
    List<Figure> figures = new ArrayList<>();
    for (int area = 0; area < AREAS; area++) {
      String place = "area=" + area;
      figures.add(exact(2 * count(area), where(place)));
      for (String sex : List.of("sex=1", "sex=2")) {
        figures.add(
            count(area) < 5 ? hidden(where(place, sex)) : exact(count(area), where(place, sex)));
      }
    }
    return figures.toArray(Figure[]::new);
  }

  private static Figure[] groups(int size) {
    List<Figure> figures = new ArrayList<>();
    for (int from = 0; from < AREAS; from += size) {
      long sum = IntStream.range(from, from + size).mapToLong(NearChangesTest::count).sum();
      String areas =
          IntStream.range(from, from + size)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(",", "area=", ""));
      figures.add(exact(sum, where(areas, "sex=1")));
      figures.add(exact(sum, where(areas, "sex=2")));
    }
    return figures.toArray(Figure[]::new);
  }
}
