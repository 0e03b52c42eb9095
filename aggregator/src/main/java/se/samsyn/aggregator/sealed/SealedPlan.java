package se.samsyn.aggregator.sealed;

import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.Routes;
import se.samsyn.schemas.sealed.SealedManifest;

/**
 * What an attempt's manifest says, worked out once: it never changes under its hash.
 *
 * @param name how people name it: {@code id@version}
 * @param manifest the hash of the signed collection manifest, the attempt's name in addresses
 * @param sealedHash the hash that the roles sign
 * @param routes which messages there can be
 */
record SealedPlan(
    String name, Sha256 manifest, SealedManifest sealed, Sha256 sealedHash, Routes routes) {
  static SealedPlan of(StoredCollection collection) {
    SealedManifest sealed = SealedManifest.of(collection.manifest());
    return new SealedPlan(
        collection.name(), collection.hash(), sealed, sealed.hash(), new Routes(sealed));
  }
}
