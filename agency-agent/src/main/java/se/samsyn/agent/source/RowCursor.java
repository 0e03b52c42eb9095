package se.samsyn.agent.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Goes through the rows of a source, those of a person one after the other. Persons are told apart
 * by 63 bits of a hash of their key; that two of a million persons have the same one has a chance
 * of 10^-7.
 */
public final class RowCursor implements AutoCloseable {
  private static final int FIRST_VALUE = 4;

  private final Statement statement;
  private final ResultSet result;
  private final boolean[] isText;
  private final long[] values;
  private final String[] texts;
  private final boolean byPerson;
  private long person = Long.MIN_VALUE;
  private boolean newPerson;
  private long row;
  private boolean unmatched;

  RowCursor(Statement statement, ResultSet result, List<ColumnValues> columns, boolean byPerson) {
    this.statement = statement;
    this.result = result;
    this.byPerson = byPerson;
    this.values = new long[columns.size()];
    this.texts = new String[columns.size()];
    this.isText = new boolean[columns.size()];
    for (int i = 0; i < isText.length; i++) {
      isText[i] = !columns.get(i).spellings().isEmpty();
    }
  }

  /** Goes to the next row; false after the last one. */
  public boolean next() throws UnreadableSource {
    try {
      if (!result.next()) {
        return false;
      }
      long key = result.getLong(1);
      newPerson = !byPerson || key != person || key == -1;
      person = key;
      row = result.getLong(2);
      unmatched = result.getLong(3) > 0;
      for (int i = 0; i < values.length; i++) {
        if (isText[i]) {
          texts[i] = result.getString(FIRST_VALUE + i);
        } else {
          values[i] = result.getLong(FIRST_VALUE + i);
        }
      }
      return true;
    } catch (SQLException e) {
      throw new UnreadableSource("the rows cannot be read to their end; is the disk full?");
    }
  }

  /** Whether this row is another person's than the row before. */
  public boolean isNewPerson() {
    return newPerson;
  }

  /** Whether the row says whose it is, where it must. */
  public boolean hasPerson() {
    return person != -1;
  }

  /** The row's number in its file. */
  public long row() {
    return row;
  }

  /** Whether the row has no partner in a joined file. */
  public boolean isUnmatched() {
    return unmatched;
  }

  /** The value of the {@code i}-th column. */
  public long value(int i) {
    return values[i];
  }

  /** The text of the {@code i}-th column, for several codes in a field. */
  public String text(int i) {
    return texts[i];
  }

  @Override
  public void close() throws UnreadableSource {
    try (statement) {
      result.close();
    } catch (SQLException e) {
      throw new UnreadableSource("the rows cannot be read to their end");
    }
  }
}
