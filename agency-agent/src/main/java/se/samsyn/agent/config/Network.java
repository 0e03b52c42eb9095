package se.samsyn.agent.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the agent gets out.
 *
 * @param proxy unresolved: the name is looked up when it is used
 * @param ca a PEM file of certificates that are trusted beside the platform's own
 */
public record Network(Optional<InetSocketAddress> proxy, Optional<Path> ca) {}
