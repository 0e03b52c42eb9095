package se.samsyn.agent.approval;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.samsyn.agent.protect.HiddenNumbers;
import se.samsyn.agent.protect.HiddenThen;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;

/**
 * Keyed marks (HMAC-SHA-256, cut to 128 bits) of the numbers that a table hides. With the agency's
 * key they tell whether a number is what it was; without it they tell nothing. Whoever has the key
 * can try numbers until one fits: they are as secret as the key.
 */
final class CellMarks {
  private static final int SIZE = 16;

  private final Mac mac;

  /** Each table has a secret of its own: a signature (deterministic, RFC 8032) never written. */
  CellMarks(SigningKey key, Sha256 table) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.sign(Label.DRAFT_MARKS, table.bytes()), "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  /** The marks of a cell's numbers, in hexadecimal digits, one after the other. */
  Map<Integer, String> of(HiddenNumbers hidden) {
    Map<Integer, String> marks = new HashMap<>();
    hidden
        .cells()
        .forEach(
            (cell, numbers) -> {
              StringBuilder mark = new StringBuilder();
              for (int n = 0; n < numbers.length; n++) {
                mark.append(mark(cell, n, numbers[n]));
              }
              marks.put(cell, mark.toString());
            });
    return marks;
  }

  /** What the marks tell. */
  HiddenThen read(Map<Integer, String> marks) {
    return new HiddenThen() {
      @Override
      public boolean isKnown(int cell, int number) {
        return marks.containsKey(cell) && marks.get(cell).length() >= (number + 1) * 2 * SIZE;
      }

      @Override
      public boolean was(int cell, int number, long value) {
        return isKnown(cell, number)
            && marks.get(cell).startsWith(mark(cell, number, value), number * 2 * SIZE);
      }
    };
  }

  private String mark(int cell, int number, long value) {
    byte[] whole =
        mac.doFinal(
            ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES)
                .putInt(cell)
                .putInt(number)
                .putLong(value)
                .array());
    return HexFormat.of().formatHex(whole, 0, SIZE);
  }
}
