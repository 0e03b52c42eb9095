package se.samsyn.disclosure.release;

/** How much is done to prove that a number is open where a program over all does not show it. */
enum Patience {
  /** Somebody waits: what is not shown soon is not safe. */
  SHORT,
  /** It may take minutes: each number is looked at by itself, near first, then further off. */
  LONG(200, 5_000);

  private final int[] near;

  Patience(int... near) {
    this.near = near;
  }

  /** How many numbers near another are looked at with it: few are tried first. */
  int[] near() {
    return near.clone();
  }
}
