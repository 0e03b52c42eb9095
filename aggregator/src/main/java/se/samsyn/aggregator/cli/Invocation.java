package se.samsyn.aggregator.cli;

import java.util.Map;
import se.samsyn.aggregator.Steps;

/** What every command is given: the environment, the texts, and who is told of its steps. */
record Invocation(Map<String, String> environment, Texts texts, Steps steps) {}
