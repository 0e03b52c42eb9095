package se.samsyn.aggregator.agency;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Refusal;

/** Where agents enrol. */
@Controller("/api/v1/enrolments")
class EnrolmentController {
  private final Enrolments enrolments;
  private final Steps steps;

  EnrolmentController(Enrolments enrolments, Steps steps) {
    this.enrolments = enrolments;
    this.steps = steps;
  }

  @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] enrol(@Body byte[] body) {
    steps.reached(Step.ENROLMENT_RECEIVED);
    Signed answer = enrolments.enrol(verified(body));
    steps.reached(Step.ENROLMENT_STORED);
    return Codecs.SIGNED.write(answer);
  }

  /**
   * The key is in the request itself, so this one message has to be parsed before it is verified.
   */
  private static EnrolmentRequest verified(byte[] body) {
    try {
      Signed signed = Codecs.SIGNED.read(body);
      EnrolmentRequest request = Codecs.ENROLMENT_REQUEST.read(signed.payload());
      signed.open(request.signingKey(), Label.ENROLMENT_REQUEST);
      return request;
    } catch (MalformedDocument e) {
      throw new Refused(Refusal.MALFORMED, e.getMessage());
    } catch (InvalidMessage e) {
      throw new Refused(
          Refusal.BAD_SIGNATURE, "the request is not signed with the key that it brings");
    }
  }
}
