package se.samsyn.demo.page;

import java.util.List;
import java.util.Map;

/**
 * Where somebody goes who is no reader of the joint figures.
 *
 * @param pages in order
 * @param pictures those of them that are kept as pictures, with their names
 */
record Walk(String account, List<String> pages, Map<String, String> pictures) {
  private static final String COLLECTION = "/coordinator/collections/tsi-ht2025";
  private static final String DEFINITION = "/coordinator/definitions/tsi-support";

  static List<Walk> all() {
    return List.of(
        new Walk(
            "coordinator",
            List.of(
                "/coordinator",
                COLLECTION,
                "/coordinator/new-collection",
                "/coordinator/new-collection?correct=tsi-ht2025",
                "/coordinator/invitation",
                DEFINITION,
                DEFINITION + "/new-version",
                "/coordinator/new-definition",
                "/coordinator/new-definition?table=tsi_case"),
            Map.of("/coordinator", "coordinator", DEFINITION, "coordinator-definition")),
        new Walk("skolans-chef", List.of("/own", "/help"), Map.of("/own", "own")));
  }
}
