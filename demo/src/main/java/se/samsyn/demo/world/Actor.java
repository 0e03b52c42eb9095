package se.samsyn.demo.world;

/** The three agencies of the demo, with the ids that they are enrolled under. */
public enum Actor {
  SCHOOL("skolan", "skolnamnden", "Skolan i Älvsunds län", "school"),
  SOCIAL_SERVICES(
      "socialtjansten", "socialnamnden", "Socialtjänsten i Älvsunds län", "social-services"),
  HEALTH_CARE("varden", "region-alvsund", "Hälso- och sjukvården i Älvsunds län", "health-care");

  private final String agency;
  private final String authority;
  private final String title;
  private final String code;

  Actor(String agency, String authority, String title, String code) {
    this.agency = agency;
    this.authority = authority;
    this.title = title;
    this.code = code;
  }

  public String agency() {
    return agency;
  }

  /** The data controller behind the agency. */
  public String authority() {
    return authority;
  }

  /** The name that a reader sees. */
  public String title() {
    return title;
  }

  /** The code of {@code tsi_case.initiated_by}. */
  public String code() {
    return code;
  }
}
