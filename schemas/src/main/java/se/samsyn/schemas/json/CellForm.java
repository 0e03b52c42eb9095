package se.samsyn.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import se.samsyn.schemas.table.Cell;

/**
 * A cell of an agency's table on the wire: a number is a value, {@code ".."} suppressed, {@code
 * "."} not applicable: the signs that the field prints.
 */
final class CellForm {
  private static final String SUPPRESSED = "..";
  private static final String NOT_APPLICABLE = ".";

  private CellForm() {}

  static final class Writer extends StdSerializer<Cell> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Cell.class);
    }

    @Override
    public void serialize(Cell cell, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (cell instanceof Cell.Value v) {
        out.writeNumber(v.value());
      } else if (cell instanceof Cell.Suppressed) {
        out.writeString(SUPPRESSED);
      } else if (cell instanceof Cell.NotApplicable) {
        out.writeString(NOT_APPLICABLE);
      } else {
        throw new IllegalArgumentException("this state of a cell does not travel");
      }
    }
  }

  static final class Reader extends StdDeserializer<Cell> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Cell.class);
    }

    @Override
    public Cell deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return new Cell.Value(in.getLongValue());
      }
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        switch (in.getText()) {
          case SUPPRESSED:
            return Cell.SUPPRESSED;
          case NOT_APPLICABLE:
            return Cell.NOT_APPLICABLE;
          default:
        }
      }
      throw context.instantiationException(Cell.class, "a cell is a whole number, \"..\" or \".\"");
    }
  }
}
