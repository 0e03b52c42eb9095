package se.samsyn.aggregator.access;

import java.security.SecureRandom;

/** Passwords that a person can copy from a screen. */
final class RandomPassword {
  /** Letters and digits that are not mistaken for each other: 32, so each carries five bits. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP_LENGTH = 4;

  private RandomPassword() {}

  /** A hundred random bits, in groups. */
  static String of(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
