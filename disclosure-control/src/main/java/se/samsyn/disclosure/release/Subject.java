package se.samsyn.disclosure.release;

import java.util.Objects;

/** What a figure is about: something counted, over some records. */
public record Subject(String concept, Extent extent) {
  public Subject {
    Objects.requireNonNull(concept, "concept");
    Objects.requireNonNull(extent, "extent");
  }
}
