package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.samsyn.sealed.GroupWalk.GroupName;

/**
 * HMAC-SHA-256 (RFC 2104) of a group's bits, under keys that only A and the combiner know: A of its
 * b, the combiner of its g. B finds them equal iff every member is safe, and unequal tags tell
 * nothing more.
 */
final class GroupTags {
  static final int SIZE = 32;

  private final Mac mac;
  private final GroupBits bits;

  GroupTags(byte[] key, GroupBits bits) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
    this.bits = bits;
  }

  byte[] tag(GroupName group, int[] members) {
    mac.update(
        ByteBuffer.allocate(12)
            .putInt(group.family())
            .putInt(group.number())
            .putInt(members.length)
            .array());
    return mac.doFinal(bits.of(group, members));
  }
}
