package se.samsyn.disclosure.spec;

import se.samsyn.disclosure.jj.MalformedInput;

/** Makes the errors of this package: file, place, what is wrong. None repeats what a row holds. */
final class Malformed {
  private Malformed() {}

  static MalformedInput file(String file, String what) {
    return new MalformedInput(file + ": " + what);
  }

  static MalformedInput row(String file, long row, String what) {
    return new MalformedInput(file + " row " + row + ": " + what);
  }

  static MalformedInput field(String file, long row, String column, String what) {
    return new MalformedInput(file + " row " + row + ", column " + column + ": " + what);
  }
}
