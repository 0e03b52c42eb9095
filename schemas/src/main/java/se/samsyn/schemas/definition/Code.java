package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class of a dimension; classes that have parts are totals of them and belong to the table. Only
 * leaves occur in records.
 *
 * @param band for a leaf of a numeric dimension, the whole numbers that belong to it
 * @param codes the parts, empty for a leaf
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Code(String code, Text label, Optional<Band> band, List<Code> codes) {
  /** The code of every total over a whole dimension, as SDMX writes it. */
  public static final String TOTAL = "_T";

  public Code {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(label, "label");
    band = band == null ? Optional.empty() : band;
    codes = codes == null ? List.of() : List.copyOf(codes);
    if (code.isBlank() || code.equals(TOTAL) || code.length() > 40) {
      throw new IllegalArgumentException("a code has 1-40 characters and is not " + TOTAL);
    }
    if (band.isPresent() && !codes.isEmpty()) {
      throw new IllegalArgumentException("a code has a band or parts, not both");
    }
  }

  public boolean isLeaf() {
    return codes.isEmpty();
  }

  /** This code and all below it, parents before their parts. */
  public Stream<Code> preorder() {
    if (isLeaf()) {
      return Stream.of(this);
    }
    // One list: streams within streams cost far more where trees are deep.
    List<Code> all = new ArrayList<>();
    addPreorder(all);
    return all.stream();
  }

  private void addPreorder(List<Code> all) {
    all.add(this);
    codes.forEach(part -> part.addPreorder(all));
  }

  /** Whole numbers from {@code from} to {@code to}, both included. */
  public record Band(long from, long to) {
    public Band {
      if (from > to) {
        throw new IllegalArgumentException("a band's from must not be above its to");
      }
    }
  }
}
