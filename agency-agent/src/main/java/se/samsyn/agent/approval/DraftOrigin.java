package se.samsyn.agent.approval;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;

/**
 * How a draft came about. The file is signed by the agency's key together with the draft's hash: it
 * decides what may be sent beside what, so nobody with only an editor may say otherwise.
 *
 * @param against the hashes of the sendings that the draft was protected against
 * @param marks of hidden cells, see {@link CellMarks}
 */
record DraftOrigin(Set<String> against, Map<Integer, String> marks) {
  static final DraftOrigin UNKNOWN = new DraftOrigin(Set.of(), Map.of());

  DraftOrigin {
    against = Set.copyOf(against);
    marks = Map.copyOf(marks);
  }

  /**
   * Of a table that records have made twice: where they hid different numbers, nobody can tell
   * which of them were sent.
   */
  DraftOrigin after(DraftOrigin first) {
    Map<Integer, String> agreed = new HashMap<>(marks);
    agreed.entrySet().retainAll(first.marks.entrySet());
    return new DraftOrigin(against, agreed);
  }

  byte[] write(SigningKey key, Sha256 draft) {
    StringBuilder text = new StringBuilder();
    new TreeSet<>(against).forEach(hash -> text.append("against ").append(hash).append('\n'));
    new TreeMap<>(marks)
        .forEach(
            (cell, mark) ->
                text.append("cell ").append(cell).append(' ').append(mark).append('\n'));
    byte[] signature = key.sign(Label.DRAFT_ORIGIN, draft.bytes(), ascii(text.toString()));
    return ascii(text + "signed " + Base64.getEncoder().encodeToString(signature) + "\n");
  }

  /** Empty for anything that {@link #write} has not made with this key for this draft. */
  static Optional<DraftOrigin> read(byte[] bytes, SigningKey key, Sha256 draft) {
    String whole = new String(bytes, StandardCharsets.US_ASCII);
    int end = whole.lastIndexOf("signed ");
    if (end < 0) {
      return Optional.empty();
    }
    String text = whole.substring(0, end);
    try {
      key.verificationKey()
          .verify(
              Label.DRAFT_ORIGIN,
              Base64.getDecoder().decode(whole.substring(end + "signed ".length()).strip()),
              draft.bytes(),
              ascii(text));
    } catch (InvalidMessage | IllegalArgumentException e) {
      return Optional.empty();
    }
    Set<String> against = new HashSet<>();
    Map<Integer, String> marks = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if ("against".equals(words[0])) {
        against.add(words[1]);
      } else {
        marks.put(Integer.valueOf(words[1]), words[2]);
      }
    }
    return Optional.of(new DraftOrigin(against, marks));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
