package se.samsyn.demo.page;

import java.util.List;

/**
 * Where somebody goes who is no reader of the joint figures.
 *
 * @param pages in order
 * @param picture the one of them that is kept as a picture
 */
record Walk(String account, List<String> pages, String picture) {
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
            "/coordinator"),
        new Walk("skolans-chef", List.of("/own", "/help"), "/own"));
  }

  /** The picture is called after the first part of its page's address. */
  String pictureName() {
    return picture.split("/")[1];
  }
}
