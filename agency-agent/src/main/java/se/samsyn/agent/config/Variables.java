package se.samsyn.agent.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into paths: {@code ${NAME}}, or {@code ${NAME:-default}} where it may
 * be missing, as a shell writes them.
 */
public record Variables(Map<String, String> environment) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\}");

  public Variables {
    environment = Map.copyOf(environment);
  }

  /** Those of the process. */
  public static Variables ofProcess() {
    return new Variables(System.getenv());
  }

  /**
   * @throws IllegalArgumentException naming the variable that has neither a value nor a default
   */
  public String expand(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String value = environment.get(matcher.group(1));
      if (value == null || value.isEmpty()) {
        value = matcher.group(2);
      }
      if (value == null) {
        throw new IllegalArgumentException("the variable " + matcher.group(1) + " is not set");
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(expanded).toString();
  }
}
