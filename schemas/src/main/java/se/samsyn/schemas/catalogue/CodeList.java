package se.samsyn.schemas.catalogue;

import java.util.List;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Text;

/** A named list of codes that several definitions share, such as the municipalities. */
public record CodeList(String id, Text title, List<Code> codes) {
  public CodeList {
    if (id == null || !id.matches("[a-z][a-z0-9-]{2,39}")) {
      throw new IllegalArgumentException("a code list's id is [a-z][a-z0-9-]{2,39}");
    }
    codes = List.copyOf(codes);
  }
}
