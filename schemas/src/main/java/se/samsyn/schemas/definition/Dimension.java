package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A spanning variable: the total over it ({@link Code#TOTAL}) and a tree of classes below.
 *
 * @param kind whether a person has one class or may have several
 * @param by what decides the class of a record
 * @param codes the classes directly below the total, at least one
 */
public record Dimension(DimensionId id, Text title, Kind kind, ClassifiedBy by, List<Code> codes) {
  public Dimension {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    codes = List.copyOf(codes);
    requireDistinctCodes(id, codes);
    requireBands(id, by, codes);
  }

  /** Whether a person has one class of a dimension or may have several. */
  public enum Kind {
    /**
     * One class: the value at the person's first record of the period decides; parts add up to
     * totals.
     */
    @JsonProperty("single")
    SINGLE,
    /**
     * Possibly several: the largest part is at most the total, which is at most the sum of the
     * parts.
     */
    @JsonProperty("multiple")
    MULTIPLE
  }

  /**
   * All codes of the dimension in the order of the table: the total, then the classes, parents
   * before parts.
   */
  public List<String> nodes() {
    return Stream.concat(Stream.of(Code.TOTAL), allCodes().map(Code::code)).toList();
  }

  /** The classes that occur in records. */
  public List<Code> leaves() {
    return allCodes().filter(Code::isLeaf).toList();
  }

  /**
   * The class with this code, or empty for the total and for what is not a code of this dimension.
   */
  public Optional<Code> find(String code) {
    return allCodes().filter(c -> c.code().equals(code)).findFirst();
  }

  /** Whether the classes are bands of whole numbers rather than codes. */
  public boolean isBanded() {
    return leaves().get(0).band().isPresent();
  }

  private Stream<Code> allCodes() {
    return codes.stream().flatMap(Code::preorder);
  }

  private static void requireDistinctCodes(DimensionId id, List<Code> codes) {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("dimension " + id + " has no codes");
    }
    Set<String> seen = new HashSet<>();
    codes.stream()
        .flatMap(Code::preorder)
        .forEach(
            c -> {
              if (!seen.add(c.code())) {
                throw new IllegalArgumentException(
                    "dimension " + id + ": code " + c.code() + " comes twice");
              }
            });
  }

  private static void requireBands(DimensionId id, ClassifiedBy by, List<Code> codes) {
    List<Code> leaves = codes.stream().flatMap(Code::preorder).filter(Code::isLeaf).toList();
    long banded = leaves.stream().filter(c -> c.band().isPresent()).count();
    if (banded != 0 && banded != leaves.size()) {
      throw new IllegalArgumentException(
          "dimension " + id + ": either every leaf has a band or none");
    }
    if (by instanceof ClassifiedBy.Age && banded == 0) {
      throw new IllegalArgumentException("dimension " + id + ": age needs a band for each leaf");
    }
    List<Code.Band> bands =
        leaves.stream()
            .flatMap(c -> c.band().stream())
            .sorted((a, b) -> Long.compare(a.from(), b.from()))
            .toList();
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).from() <= bands.get(i - 1).to()) {
        throw new IllegalArgumentException("dimension " + id + ": two bands overlap");
      }
    }
  }
}
