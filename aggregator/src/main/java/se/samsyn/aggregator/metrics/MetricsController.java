package se.samsyn.aggregator.metrics;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.aggregator.problem.RefusalCounts;
import se.samsyn.schemas.message.Refusal;

/** Counters in Prometheus' text format: of requests and reasons, never of anything in a table. */
@Controller("/metrics")
@Hidden
class MetricsController {
  private static final String NAME = "samsyn_refusals_total";

  private final RefusalCounts refusals;

  MetricsController(RefusalCounts refusals) {
    this.refusals = refusals;
  }

  @Get
  @Produces("text/plain;version=0.0.4;charset=utf-8")
  String metrics() {
    StringBuilder text = new StringBuilder();
    text.append("# HELP ").append(NAME).append(" Refused requests since the start, by reason.\n");
    text.append("# TYPE ").append(NAME).append(" counter\n");
    for (Map.Entry<Refusal, Long> count : new TreeMap<>(refusals.snapshot()).entrySet()) {
      text.append(NAME)
          .append("{reason=\"")
          .append(count.getKey().word())
          .append("\"} ")
          .append(count.getValue())
          .append('\n');
    }
    return text.toString();
  }
}
