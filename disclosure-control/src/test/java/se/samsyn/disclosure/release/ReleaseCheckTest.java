package se.samsyn.disclosure.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samsyn.disclosure.release.Scene.ages;
import static se.samsyn.disclosure.release.Scene.exact;
import static se.samsyn.disclosure.release.Scene.release;
import static se.samsyn.disclosure.release.Scene.where;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.rule.MinimumFrequency;

class ReleaseCheckTest {
  private static final ReleaseCheck CHECK = ReleaseCheck.with(new MinimumFrequency(5));

  @Test
  void twoGroupingsThatCutEachOtherAreSubtracted() {
    PublishedRelease first =
        release(
            "v1", exact(30, where()), exact(13, where(ages(0, 6))), exact(17, where(ages(6, 13))));
    PublishedRelease second =
        release(
            "v2", exact(30, where()), exact(15, where(ages(0, 7))), exact(15, where(ages(7, 13))));
    Verdict verdict = CHECK.check(ReleaseIndex.of(List.of(first)), second);
    assertThat(verdict).isInstanceOf(Verdict.Unsafe.class);
    Verdict.Unsafe unsafe = (Verdict.Unsafe) verdict;
    assertThat(unsafe.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.SMALL_GROUP);
              assertThat(finding.subjects())
                  .containsExactly(new Subject("children", where(ages(6, 7))));
              assertThat(finding.releases()).containsExactlyInAnyOrder("v1", "v2");
            });
    assertThat(unsafe.remedies()).isNotEmpty();
    for (Remedy remedy : unsafe.remedies()) {
      assertThat(CHECK.check(ReleaseIndex.of(List.of(first)), remedy.release()))
          .isInstanceOf(Verdict.Safe.class);
    }
  }

  @Test
  void oneGroupingAfterAnotherIsSafeWhereNoSmallGroupComesOut() {
    PublishedRelease first =
        release(
            "v1", exact(40, where()), exact(13, where(ages(0, 6))), exact(27, where(ages(6, 13))));
    PublishedRelease second =
        release(
            "v2", exact(40, where()), exact(22, where(ages(0, 7))), exact(18, where(ages(7, 13))));
    Verdict verdict = CHECK.check(ReleaseIndex.of(List.of(first)), second);
    assertThat(verdict).isInstanceOf(Verdict.Safe.class);
    assertThat(((Verdict.Safe) verdict).report().against()).containsExactly("v1");
  }

  @Test
  void anInterruptedCheckComesToNoVerdict() {
    PublishedRelease release =
        release(
            "v1", exact(30, where()), exact(13, where(ages(0, 6))), exact(17, where(ages(6, 13))));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> CHECK.check(ReleaseIndex.of(List.of()), release))
          .isInstanceOf(CheckStopped.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
