package se.samsyn.agent.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping, read strictly: every scalar is the text that was written ({@code 0114} stays
 * {@code 0114}, {@code no} stays {@code no}), a key that nobody asked for is a finding, and so is
 * one that comes twice. Nothing is thrown; all goes to {@link Findings} with its line.
 */
public final class YamlMap {
  private final Path file;
  private final int line;
  private final Findings findings;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  private YamlMap(Path file, MappingNode node, Findings findings) {
    this.file = file;
    this.line = lineOf(node);
    this.findings = findings;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        findings.add(file, lineOf(tuple.getKeyNode()), "a key must be a word");
      } else if (entries.put(key.getValue(), tuple.getValueNode()) != null) {
        findings.add(file, lineOf(key), key.getValue() + " comes twice");
      }
    }
  }

  /** Reads a whole file; empty if it is no mapping at all, which is then a finding. */
  public static Optional<YamlMap> read(Path file, Findings findings) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      Node root = new Yaml(options).compose(new StringReader(Files.readString(file)));
      if (root instanceof MappingNode mapping) {
        return Optional.of(new YamlMap(file, mapping, findings));
      }
      findings.add(file, 1, "the file must hold keys and values");
    } catch (MarkedYAMLException e) {
      int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      findings.add(file, at, "not well-formed YAML: " + e.getProblem());
    } catch (YAMLException | IOException e) {
      findings.add("the file " + file + " cannot be read (is it there, and in UTF-8?)");
    }
    return Optional.empty();
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** All keys; asking for them makes all known, for mappings whose keys are free. */
  public Set<String> keys() {
    asked.addAll(entries.keySet());
    return entries.keySet();
  }

  /** Whether the value of {@code key} is a mapping rather than a single text. */
  public boolean isMap(String key) {
    return entries.get(key) instanceof MappingNode;
  }

  /** A single text that may be missing. */
  public Optional<String> text(String key) {
    asked.add(key);
    Node node = entries.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    findings.add(file, lineOf(node), key + " must be a single value");
    return Optional.empty();
  }

  /** A single text that must be there; without it a finding and an empty text. */
  public String required(String key) {
    if (!has(key)) {
      asked.add(key);
      findings.add(file, line, key + " is missing");
    }
    return text(key).orElse("");
  }

  /** A text that {@code parse} understands; its IllegalArgumentException is the finding. */
  public <T> Optional<T> parsed(String key, Function<String, T> parse) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.get()));
    } catch (IllegalArgumentException e) {
      problem(key, e.getMessage());
      return Optional.empty();
    }
  }

  public OptionalInt integer(String key, int least, int most) {
    Optional<Integer> number =
        parsed(
            key,
            text -> {
              try {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                  return value;
                }
              } catch (NumberFormatException e) {
                // Said below, in the same words as a number out of range.
              }
              throw new IllegalArgumentException(
                  "must be a whole number from " + least + " to " + most);
            });
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean otherwise) {
    return parsed(
            key,
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw new IllegalArgumentException("must be true or false");
                })
        .orElse(otherwise);
  }

  /** One of the words of an enumeration. */
  public <T> Optional<T> word(String key, Map<String, T> words) {
    return parsed(
        key,
        text -> {
          T found = words.get(text);
          if (found == null) {
            throw new IllegalArgumentException(
                "must be one of " + String.join(", ", words.keySet().stream().sorted().toList()));
          }
          return found;
        });
  }

  /** A list of texts; a single text is a list of one. */
  public List<String> texts(String key) {
    asked.add(key);
    Node node = entries.get(key);
    if (node instanceof SequenceNode sequence) {
      List<String> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          texts.add(scalar.getValue());
        } else {
          findings.add(file, lineOf(item), key + " must be a list of single values");
        }
      }
      return texts;
    }
    return text(key).map(List::of).orElseGet(List::of);
  }

  public Optional<YamlMap> map(String key) {
    asked.add(key);
    Node node = entries.get(key);
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(file, mapping, findings));
    }
    if (node != null) {
      findings.add(file, lineOf(node), key + " must hold keys and values");
    }
    return Optional.empty();
  }

  public List<YamlMap> maps(String key) {
    asked.add(key);
    Node node = entries.get(key);
    List<YamlMap> maps = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) {
          maps.add(new YamlMap(file, mapping, findings));
        } else {
          findings.add(file, lineOf(item), "each item of " + key + " must hold keys and values");
        }
      }
    } else if (node != null) {
      findings.add(file, lineOf(node), key + " must be a list");
    }
    return maps;
  }

  /** A finding at the line of {@code key}. */
  public void problem(String key, String what) {
    Node node = entries.get(key);
    findings.add(file, node == null ? line : lineOf(node), key + ": " + what);
  }

  /** To be called last: every key that nobody asked for is a finding. */
  public void finish() {
    entries.forEach(
        (key, node) -> {
          if (!asked.contains(key)) {
            findings.add(
                file,
                lineOf(node),
                "unknown key "
                    + key
                    + (asked.isEmpty()
                        ? ""
                        : "; known here: " + String.join(", ", asked.stream().sorted().toList())));
          }
        });
  }

  private static int lineOf(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
