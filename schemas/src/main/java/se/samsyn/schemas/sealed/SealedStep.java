package se.samsyn.schemas.sealed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is relayed in an attempt, in the order in which it comes; docs/sealed-collection.md. */
public enum SealedStep {
  /** Each role to each other: half of their common secret. */
  HALF,
  /** An agency: its signed word for both of its parts. */
  CONTRIBUTION,
  /** An agency to A: its seed. */
  SEED,
  /** An agency to B: the key of its columns. */
  KEY,
  /** An agency to B: its columns, in bundles of chunks. */
  COLUMNS,
  /** A, then B: whose contributions are added. */
  SET,
  /** A and B to the first combiner: one chunk of the range test. */
  RANGE,
  /** The first combiner: that all is in range. */
  VERDICT,
  /** A and B to each combiner: one chunk of the tests of sums. */
  TEST,
  /** A and each combiner to B: the tags of one level. */
  TAGS,
  /** B to A and each combiner: which groups of the level are safe. */
  BITS,
  /** Each combiner to B: its bits of the groups that are safe. */
  SHOWN,
  /** B: all public bits. */
  SETTLED,
  /** Each role: its signature on the public bits. */
  WORD,
  /** A and B to the aggregator: their shares of what is open. */
  SHARES,
  /** A role that ends the attempt: it has opened nothing and erased its secrets. */
  UNOPENED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SealedStep> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
