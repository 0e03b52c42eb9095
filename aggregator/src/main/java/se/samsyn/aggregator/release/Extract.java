package se.samsyn.aggregator.release;

import java.time.Instant;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;

/**
 * A joint table that was handed out apart from the page. Whoever has it can put it beside the
 * releases.
 *
 * @param number counts them, from 1
 * @param manifest the closed version of the collection whose deliveries it was made of
 * @param definition of this table: often another grouping than the collection's own
 * @param recipient who asked
 */
public record Extract(
    long number, Sha256 manifest, Definition definition, String recipient, Instant at) {
  /** How findings name it. */
  public String name() {
    return "extract/" + number;
  }
}
