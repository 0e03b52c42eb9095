package se.samsyn.agent.sealed.role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import se.samsyn.agent.NotDone;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.Routes;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.PublicBits;
import se.samsyn.sealed.Refused;

/**
 * The relay in memory, by the rules that the aggregator's keeps, with a hand in the way of one
 * message or of all.
 */
final class MemoryRelay implements Relay {
  /** What befalls the first try to leave or read a message. */
  enum Fault {
    /** It does not arrive. */
    LOST,
    /** It arrives, but nobody hears so. */
    ANSWER_LOST,
    /** It arrives twice. */
    DOUBLED,
    /** It is there, but not seen for a while. */
    DELAYED
  }

  private final SealedManifest manifest;
  private final Routes routes;
  private final Map<String, byte[]> messages = new ConcurrentHashMap<>();
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();
  private final List<Address> sent = new CopyOnWriteArrayList<>();
  volatile String faultyPath = "";
  volatile Fault fault = Fault.LOST;

  /** What readers get, in place of what was left; an honest relay changes nothing. */
  volatile java.util.function.BiFunction<Address, byte[], byte[]> shown = (address, m) -> m;

  volatile SealedOutcome.State state = SealedOutcome.State.RUNNING;
  volatile Opened opened;
  volatile String voidBecause = "";

  MemoryRelay(SealedManifest manifest) {
    this.manifest = manifest;
    this.routes = new Routes(manifest);
  }

  /** All addresses in use. */
  List<Address> sent() {
    return new ArrayList<>(sent);
  }

  byte[] at(Address address) {
    return messages.get(address.path());
  }

  /** As a malicious relay does. */
  void replace(Address address, byte[] message) {
    messages.put(address.path(), message);
  }

  @Override
  public boolean put(Address address, byte[] message) throws AttemptEnded, NotDone {
    if (!routes.has(address) || message.length > routes.largest(address)) {
      throw new NotDone("refused.no-such-message");
    }
    if (address.path().equals(faultyPath)) {
      faultyPath = "";
      if (fault == Fault.LOST) {
        return false;
      }
      store(address, message);
      if (fault == Fault.DOUBLED) {
        store(address, message);
      }
      if (fault == Fault.DELAYED) {
        looks.put(address.path(), 5);
      }
      return fault != Fault.ANSWER_LOST;
    }
    store(address, message);
    return true;
  }

  private synchronized void store(Address address, byte[] message) throws AttemptEnded, NotDone {
    boolean last = address.step() == SealedStep.UNOPENED;
    if (state != SealedOutcome.State.RUNNING && !last) {
      throw new AttemptEnded();
    }
    byte[] before = messages.putIfAbsent(address.path(), message.clone());
    if (before != null && !Arrays.equals(before, message)) {
      throw new NotDone("refused.another-message");
    }
    if (before == null) {
      sent.add(address);
    }
    if (last && state == SealedOutcome.State.RUNNING) {
      state = SealedOutcome.State.ENDED;
    }
    if (address.step() == SealedStep.SHARES) {
      open();
    }
  }

  @Override
  public Optional<byte[]> get(Address address) throws AttemptEnded, NotDone {
    if (state != SealedOutcome.State.RUNNING && address.step() != SealedStep.UNOPENED) {
      throw new AttemptEnded();
    }
    if (!routes.has(address)) {
      throw new NotDone("refused.no-such-message");
    }
    if (messages.containsKey(address.path())
        && looks.computeIfPresent(address.path(), (p, n) -> n == 0 ? null : n - 1) != null) {
      return Optional.empty();
    }
    return Optional.ofNullable(messages.get(address.path()))
        .map(m -> shown.apply(address, m.clone()));
  }

  @Override
  public Optional<SealedOutcome.State> outcome() {
    return Optional.of(state);
  }

  private void open() throws NotDone {
    AgencyId a = manifest.roles().a().agency();
    AgencyId b = manifest.roles().b().agency();
    byte[] ofA = at(Address.toAggregator(SealedStep.SHARES, a));
    byte[] ofB = at(Address.toAggregator(SealedStep.SHARES, b));
    if (ofA == null || ofB == null) {
      return;
    }
    try {
      GroupWalk walk = PublicBits.walk(manifest, at(Address.toRoles(SealedStep.SETTLED, b)));
      Signed set = Codecs.SIGNED.read(at(Address.toRoles(SealedStep.SET, a)));
      opened =
          Opened.of(manifest, set.hash(), walk, Codecs.SIGNED.read(ofA), Codecs.SIGNED.read(ofB));
      state = SealedOutcome.State.OPENED;
    } catch (Refused e) {
      voidBecause = e.reason().name();
      state = SealedOutcome.State.VOID;
    } catch (MalformedDocument e) {
      throw new NotDone("malformed");
    }
  }
}
