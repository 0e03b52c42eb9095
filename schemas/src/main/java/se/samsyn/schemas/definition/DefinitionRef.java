package se.samsyn.schemas.definition;

/** A definition in one version, written {@code tsi-assessed@1}. */
public record DefinitionRef(DefinitionId id, int version) implements Comparable<DefinitionRef> {
  @Override
  public int compareTo(DefinitionRef other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
