package se.samsyn.aggregator.dashboard.figure;

import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.Purpose;

/** Lays out an indicator as a section of the page: sentence, main figure, details. */
public interface Sections {
  /** One of the five questions. */
  Section answer(Purpose.Answer answer, Indicator indicator);

  /** An indicator of another instrument. */
  Section instrument(Indicator indicator);

  /** Those for {@code indicator}, by how it was collected. */
  static Sections of(Indicator indicator, Texts texts) {
    return indicator.isSealed() ? new SealedSections(texts) : new SectionMaker(texts);
  }
}
