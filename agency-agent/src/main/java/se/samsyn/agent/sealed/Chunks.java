package se.samsyn.agent.sealed;

/** Where the encrypted chunks of an agency's part for B are kept until they are read again. */
@FunctionalInterface
public interface Chunks {
  byte[] get(int chunk);
}
