package se.samsyn.agent.mapping;

/**
 * A second file that adds columns to each row: those of its row with the same key. In rules its
 * columns are written {@code name.column}.
 *
 * @param left the key's column in the main file
 * @param right the key's column here; a key that comes twice here is an error
 */
public record Join(DataFile file, String name, String left, String right) {}
