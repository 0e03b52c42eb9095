package se.samsyn.aggregator.intake;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.schemas.json.Codecs;

/** Where agents deliver. Whoever it is proves it by the envelope's signature. */
@Controller("/api/v1/agent/submissions")
class SubmissionController {
  private final Intake intake;
  private final Steps steps;

  SubmissionController(Intake intake, Steps steps) {
    this.intake = intake;
    this.steps = steps;
  }

  @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] submit(@Body byte[] body) {
    steps.reached(Step.SUBMISSION_RECEIVED);
    return Codecs.SIGNED.write(intake.receive(body));
  }
}
