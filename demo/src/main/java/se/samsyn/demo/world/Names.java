package se.samsyn.demo.world;

import java.util.List;
import java.util.Random;

/** Given names that are common, and family names that nobody bears. */
final class Names {
  private static final List<String> BOYS =
      List.of("Åke", "Björn", "Elis", "Hamza", "Ivar", "Jonathan", "Matteo", "Örjan", "Vide");
  private static final List<String> GIRLS =
      List.of("Åsa", "Edith", "Fatima", "Iris", "Lo", "Märta", "Noor", "Signe", "Tuva", "Wilma");
  private static final List<String> FIRST_PARTS =
      List.of("Prov", "Exempel", "Låtsas", "Påhitt", "Attrapp", "Skenn", "Öv");
  private static final List<String> LAST_PARTS =
      List.of("gärdeson", "mobäck", "kvistsjö", "ängstorp", "hällmyr", "åsvik", "löfsund");

  private Names() {}

  static String given(Sex sex, Random random) {
    return pick(sex == Sex.BOY ? BOYS : GIRLS, random);
  }

  static String family(Random random) {
    return pick(FIRST_PARTS, random) + pick(LAST_PARTS, random);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
