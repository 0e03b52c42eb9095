package se.samsyn.agent.manifest;

import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.CollectionManifest;

/** A manifest that was verified with the pinned key, and its hash. */
public record StoredManifest(Sha256 hash, CollectionManifest manifest) {}
