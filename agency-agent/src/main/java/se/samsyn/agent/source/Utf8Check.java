package se.samsyn.agent.source;

/**
 * Follows the bytes above 127 of a file: whether they are UTF-8 (RFC 3629), and where not. It sees
 * also the first ASCII byte after a started character.
 */
final class Utf8Check {
  private int expected;
  private int lowest = 0x80;
  private int highest = 0xBF;
  private boolean wide;
  private boolean controlRange;
  private boolean broken;
  private long brokenRow;
  private int brokenColumn;

  /** Whether a character has been started; then the next byte must be shown too. */
  boolean inCharacter() {
    return expected > 0;
  }

  void accept(int b, long row, int column) {
    if (b >= 0x80 && b < 0xA0) {
      controlRange = true;
    }
    if (expected > 0) {
      if (b < lowest || b > highest) {
        broken(row, column);
        expected = 0;
        start(b, row, column);
        return;
      }
      lowest = 0x80;
      highest = 0xBF;
      if (--expected == 0) {
        wide = true;
      }
      return;
    }
    start(b, row, column);
  }

  /** RFC 3629, section 4: which bytes may follow which. */
  private void start(int b, long row, int column) {
    lowest = 0x80;
    highest = 0xBF;
    if (b < 0x80) {
      return;
    }
    if (b >= 0xC2 && b <= 0xDF) {
      expected = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      expected = 2;
      lowest = b == 0xE0 ? 0xA0 : 0x80;
      highest = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      expected = 3;
      lowest = b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xF4 ? 0x8F : 0xBF;
    } else {
      broken(row, column);
    }
  }

  private void broken(long row, int column) {
    if (!broken) {
      broken = true;
      brokenRow = row;
      brokenColumn = column;
    }
  }

  boolean isBroken() {
    return broken || expected > 0;
  }

  long brokenRow() {
    return brokenRow;
  }

  int brokenColumn() {
    return brokenColumn;
  }

  /** Whether any whole character of several bytes was seen. */
  boolean hasWideCharacters() {
    return wide;
  }

  /** Whether a byte was seen that ISO-8859-1 has no letter for, but windows-1252 has. */
  boolean hasControlRange() {
    return controlRange;
  }
}
