package se.samsyn.agent.source;

import java.util.function.LongConsumer;

/** Walks through the bytes of a CSV file and sees where rows and fields end (RFC 4180). */
final class CsvRows {
  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_SEEN
  }

  private final String file;
  private final int separator;
  private final int width;
  private final LongConsumer wrongLengthRow;
  private final boolean[] special = new boolean[256];
  private final Utf8Check bytes = new Utf8Check();

  private State state = State.FIELD_START;
  private boolean afterReturn;
  private boolean rowIsEmpty = true;
  private boolean pendingEmptyRow;
  private int fields = 1;
  private long row = 1;
  private long rows;
  private long wrongLength;
  private boolean emptyRows;
  private boolean carriageReturns;

  /**
   * @param width the number of fields that a row must have
   * @param wrongLengthRow is told the number of each row that has not
   */
  CsvRows(String file, char separator, int width, LongConsumer wrongLengthRow) {
    this.file = file;
    this.separator = separator;
    this.width = width;
    this.wrongLengthRow = wrongLengthRow;
    for (int b = 0; b < 256; b++) {
      special[b] = b >= 0x80 || b == 0 || b == separator || b == '"' || b == '\n' || b == '\r';
    }
  }

  void accept(byte[] buffer, int length) throws UnreadableSource {
    for (int i = 0; i < length; i++) {
      int b = buffer[i] & 0xFF;
      if (!special[b]) {
        if (state == State.PLAIN || state == State.QUOTED) {
          if (bytes.inCharacter()) {
            bytes.accept(b, row, fields);
          }
          continue;
        }
      }
      step(b);
    }
  }

  private void step(int b) throws UnreadableSource {
    if (b >= 0x80 || bytes.inCharacter()) {
      bytes.accept(b, row, fields);
    }
    if (b == 0) {
      throw broken("a null character; this is not a text file");
    }
    boolean line = afterReturn && b == '\n';
    afterReturn = b == '\r';
    if (line && state == State.FIELD_START && rowIsEmpty) {
      carriageReturns = true;
      return;
    }
    switch (state) {
      case FIELD_START -> {
        if (b == '"') {
          begin(State.QUOTED);
        } else if (!ends(b)) {
          begin(State.PLAIN);
        }
      }
      case PLAIN -> ends(b);
      case QUOTED -> {
        if (b == '"') {
          state = State.QUOTE_SEEN;
        }
      }
      case QUOTE_SEEN -> {
        if (b == '"') {
          state = State.QUOTED;
        } else if (!ends(b)) {
          throw broken("something follows a closing quote; a quote inside a field must be doubled");
        }
      }
    }
  }

  private void begin(State next) {
    state = next;
    rowIsEmpty = false;
  }

  /** Whether {@code b} ends a field, which it then does. */
  private boolean ends(int b) {
    if (b == separator) {
      fields++;
      rowIsEmpty = false;
      state = State.FIELD_START;
      return true;
    }
    if (b == '\n' || b == '\r') {
      endRow();
      return true;
    }
    return false;
  }

  private void endRow() {
    if (rowIsEmpty) {
      pendingEmptyRow = true;
    } else {
      emptyRows |= pendingEmptyRow;
      pendingEmptyRow = false;
      if (fields != width) {
        wrongLength++;
        wrongLengthRow.accept(row);
      } else if (row > 1) {
        rows++;
      }
    }
    row++;
    fields = 1;
    rowIsEmpty = true;
    state = State.FIELD_START;
  }

  /** The file ends here. */
  void end() throws UnreadableSource {
    if (state == State.QUOTED) {
      throw broken("a quote is not closed before the end of the file");
    }
    if (!rowIsEmpty) {
      endRow();
    }
  }

  private UnreadableSource broken(String what) {
    return new UnreadableSource("%s, row %d, column %d: %s".formatted(file, row, fields, what));
  }

  Utf8Check bytes() {
    return bytes;
  }

  /** Rows of data with the right number of fields. */
  long rows() {
    return rows;
  }

  long wrongLength() {
    return wrongLength;
  }

  /** Whether an empty row stands between others. */
  boolean hasEmptyRows() {
    return emptyRows;
  }

  boolean hasCarriageReturns() {
    return carriageReturns;
  }
}
