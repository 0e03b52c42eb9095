package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.util.List;

/** A file of figures that becomes the measures of a cube. */
interface DataReader {
  /**
   * @param kept how many of the largest contributions the rules ask for
   */
  List<Measured> read(CodedCube cube, int kept) throws IOException;
}
