package se.samsyn.demo.files;

import se.samsyn.demo.world.Child;

/** The key of the same child in each agency's system: nothing that could be joined on. */
final class LocalIds {
  private LocalIds() {}

  static String school(Child child) {
    return "E%06d".formatted(100_000 + scattered(child, 7_919));
  }

  static String socialServices(Child child) {
    return "AKT-%07d".formatted(1_000_000 + scattered(child, 104_729));
  }

  static String healthCare(Child child) {
    return "P%08X".formatted(0x10000000 + scattered(child, 15_485_863));
  }

  /** Distinct for distinct children, since the factor is a prime that does not divide the range. */
  private static int scattered(Child child, long factor) {
    return (int) (child.number() * factor % 800_000);
  }
}
