package se.samsyn.agent.sealed.role;

import java.time.Clock;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.http.Answer;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;

/** The relay over HTTP: outbound only, like all that an agent does. */
public final class HttpRelay implements Relay {
  /** Where an agency offers a key for a role. */
  public static final String ROLE_KEY = "/api/v1/agent/sealed/role-key";

  private final AggregatorClient client;
  private final String attempt;
  private final AgencyId agency;
  private final SigningKey key;
  private final Clock clock;

  /**
   * @param collection the hash of the collection's signed manifest
   */
  public HttpRelay(
      AggregatorClient client, Sha256 collection, AgencyId agency, SigningKey key, Clock clock) {
    this.client = client;
    this.attempt = "/api/v1/agent/sealed/" + collection + "/";
    this.agency = agency;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public boolean put(Address address, byte[] message) throws AttemptEnded, NotDone {
    String path = attempt + address.path() + "?sha256=" + Sha256.of(message);
    return take(client.put(path, message, key, agency, clock)).isPresent();
  }

  @Override
  public Optional<byte[]> get(Address address) throws AttemptEnded, NotDone {
    return take(client.get(attempt + address.path(), key, agency, clock));
  }

  @Override
  public Optional<SealedOutcome.State> outcome() throws NotDone {
    Answer answer = client.get(attempt + "outcome", key, agency, clock);
    if (answer instanceof Answer.Refused) {
      throw NotDone.of(answer);
    }
    if (!(answer instanceof Answer.Success success)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Codecs.SEALED_OUTCOME.read(success.body()).state());
    } catch (MalformedDocument e) {
      throw new NotDone("answer.malformed");
    }
  }

  private static Optional<byte[]> take(Answer answer) throws AttemptEnded, NotDone {
    if (answer instanceof Answer.Success success) {
      return Optional.of(success.body());
    }
    if (answer instanceof Answer.Refused refused) {
      Optional<Refusal> reason = refused.reason();
      if (reason.isPresent() && reason.get() == Refusal.ATTEMPT_ENDED) {
        throw new AttemptEnded();
      }
      if (reason.isEmpty() || reason.get() != Refusal.NOT_YET) {
        throw NotDone.of(answer);
      }
    }
    return Optional.empty();
  }
}
