package se.samsyn.aggregator.sealed;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;

/** Where an agency offers a key for a role. It is signed in itself. */
@Controller("/api/v1/agent/sealed/role-key")
class RoleKeyController {
  private final RoleKeys keys;
  private final Steps steps;

  RoleKeyController(RoleKeys keys, Steps steps) {
    this.keys = keys;
    this.steps = steps;
  }

  @Put(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] offer(@Body byte[] body) {
    keys.offer(body);
    steps.reached(Step.ROLE_KEY_STORED);
    return body;
  }
}
