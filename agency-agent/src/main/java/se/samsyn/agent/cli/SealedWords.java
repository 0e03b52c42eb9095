package se.samsyn.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.sealed.contribute.ManifestRefused;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedRefusal;

/** Says in words what a sealed collection asks for, and why an agency takes no part in one. */
final class SealedWords {
  private final Texts texts;

  SealedWords(Texts texts) {
    this.texts = texts;
  }

  /** What would leave, to whom, what may be shown, and who the others are. */
  List<String> of(StoredManifest stored) {
    CollectionManifest collection = stored.manifest();
    SealedManifest manifest = SealedManifest.of(collection);
    Definition definition = collection.definitions().get(0);
    String language = texts.get("language");
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.get(
            "sealed.show.what",
            collection.collection(),
            manifest.attempt(),
            definition.title().in(language),
            manifest.period(),
            manifest.deadline()));
    lines.add(
        texts.get(
            "sealed.show.sealed",
            name(collection, manifest.roles().a()),
            name(collection, manifest.roles().b())));
    lines.add(
        texts.get(
            manifest.counting() == Counting.DISJOINT
                ? "sealed.show.rule"
                : "sealed.show.rule-overlapping",
            manifest.k(),
            manifest.t(),
            manifest.rule().greatestClosedCount() + 1));
    lines.add(
        texts.get(
            "sealed.show.size", new NodeOrder(manifest).size(), manifest.units().leaves().size()));
    lines.add(texts.get("sealed.show.one-other"));
    lines.add(texts.get("sealed.show.who"));
    for (Participant participant : collection.participants()) {
      lines.add(
          "  "
              + texts.get(
                  "sealed.show.participant",
                  participant.agency(),
                  participant.name().in(language),
                  participant.authority(),
                  roles(manifest, participant),
                  fingerprint(participant)));
    }
    lines.add(texts.get("sealed.show.approve", stored.hash()));
    return lines;
  }

  List<String> of(ManifestRefused refused) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("sealed.refused"));
    refused.reasons().stream()
        .map(SealedRefusal::word)
        .forEach(word -> lines.add("  " + word + ": " + texts.get("sealed.refusal." + word)));
    return lines;
  }

  private String name(CollectionManifest collection, RoleHolder role) {
    return collection.participant(role.agency()).orElseThrow().name().in(texts.get("language"));
  }

  private static String roles(SealedManifest manifest, Participant participant) {
    List<RoleHolder> all = manifest.roles().all();
    String names = "ABCC";
    return all.stream()
        .filter(r -> r.agency().equals(participant.agency()))
        .map(r -> names.charAt(all.indexOf(r)) + (all.indexOf(r) == 3 ? "'" : ""))
        .collect(Collectors.joining(", "));
  }

  /** Short enough to read to each other on the telephone. */
  private static String fingerprint(Participant participant) {
    String hex =
        Sha256.of(
                participant
                    .signingKey()
                    .base64()
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .hex();
    return hex.substring(0, 4)
        + " "
        + hex.substring(4, 8)
        + " "
        + hex.substring(8, 12)
        + " "
        + hex.substring(12, 16);
  }
}
