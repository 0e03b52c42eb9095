package se.samsyn.disclosure.solve;

import com.google.ortools.Loader;

/** Loads the solver's native library, once, when the first program is solved. */
final class Natives {
  static {
    Loader.loadNativeLibraries();
  }

  private Natives() {}

  /** Returns when the library is there; safe to call from many threads. */
  static void require() {
    // The class initialiser has done it: the JVM runs it once, however many threads ask.
  }
}
