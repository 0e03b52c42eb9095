package se.samsyn.schemas.message;

import java.util.List;
import se.samsyn.schemas.envelope.Signed;

/** The signed manifests of the open collections in which the asking agency takes part. */
public record ManifestList(List<Signed> manifests) {
  public ManifestList {
    manifests = List.copyOf(manifests);
  }
}
