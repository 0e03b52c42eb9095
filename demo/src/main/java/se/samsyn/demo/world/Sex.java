package se.samsyn.demo.world;

/** Sex as registered, with the code that the input tables use. */
public enum Sex {
  BOY("1"),
  GIRL("2");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** 1 boy, 2 girl. */
  public String code() {
    return code;
  }
}
