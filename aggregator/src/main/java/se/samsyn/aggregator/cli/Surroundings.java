package se.samsyn.aggregator.cli;

import java.util.Map;
import se.samsyn.aggregator.step.Steps;

/** What every command is given: the environment, the texts, and who listens to its steps. */
record Surroundings(Map<String, String> environment, Texts texts, Steps steps) {}
