package se.samsyn.demo.world;

import java.util.List;

/**
 * A small agency of the demo: a board of one municipality, or a region.
 *
 * @param authority the data controller behind it
 * @param title the name that a reader sees
 */
public record Office(String agency, String authority, String title, List<OfficeCase> cases) {
  public Office {
    cases = List.copyOf(cases);
  }
}
