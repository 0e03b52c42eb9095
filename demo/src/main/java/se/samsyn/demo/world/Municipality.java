package se.samsyn.demo.world;

import java.util.List;

/**
 * A municipality of the invented county Älvsunds län. County code 30 has never been in use, so that
 * no code here can be taken for a real place.
 *
 * @param code four digits, the county's two first
 * @param children residents of 0-17 years, about a fifth of all who live there
 */
public record Municipality(String code, String name, int children) {
  /** Älvsund has about 60,000 inhabitants; the others are small, as most municipalities are. */
  public static final List<Municipality> ALL =
      List.of(
          new Municipality("3080", "Älvsund", 12_000),
          new Municipality("3017", "Norrsjö", 3_000),
          new Municipality("3024", "Tallvik", 1_900),
          new Municipality("3035", "Stenåsa", 1_250),
          new Municipality("3046", "Ekhamra", 650));
}
