package se.samsyn.aggregator.coordinator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;

/**
 * What a sealed collection will be, before it is opened.
 *
 * @param name of the sealed form, made of its content
 * @param trees how areas and classes are grouped
 * @param nodes how many sums are tested at most, of each thing that is counted
 * @param measures what is gathered
 * @param left what the definition has and the sealed form has not
 * @param terms who and by which rule; empty where something still keeps it from being opened
 */
public record SealedPreview(
    String name,
    List<Tree> trees,
    long nodes,
    List<String> measures,
    List<String> left,
    Optional<Terms> terms) {
  private static final List<String> LETTERS = List.of("A", "B", "C", "C\u2032");

  public SealedPreview {
    trees = List.copyOf(trees);
    measures = List.copyOf(measures);
    left = List.copyOf(left);
  }

  /** The groups of one dimension. */
  public record Tree(String title, String summary, List<Branch> branches) {
    public Tree {
      branches = List.copyOf(branches);
    }
  }

  /** A class, or a group of classes with its parts. */
  public record Branch(String label, List<Branch> parts) {
    public Branch {
      parts = List.copyOf(parts);
    }
  }

  /** The rule in words, who counts, and which areas each agency has. */
  public record Terms(String rule, List<String> roles, List<String> coverage) {
    public Terms {
      roles = List.copyOf(roles);
      coverage = List.copyOf(coverage);
    }
  }

  /**
   * The preview of a form.
   *
   * @param units which of its dimensions are areas
   * @param manifest as it would be signed now
   */
  static SealedPreview of(
      Definition source,
      Definition form,
      Optional<DimensionId> units,
      Optional<CollectionManifest> manifest,
      Texts texts) {
    return new SealedPreview(
        form.ref().toString(),
        form.dimensions().stream().map(d -> tree(d, texts)).toList(),
        nodes(form, units),
        form.measures().stream().map(m -> texts.of(m.title())).toList(),
        left(source, form, texts),
        manifest.map(m -> terms(m, m.sealed().orElseThrow(), texts)));
  }

  /** The total and every class, in every unit. */
  static long nodes(Definition form, Optional<DimensionId> units) {
    long places = 1;
    long inEach = 1;
    for (Dimension dimension : form.dimensions()) {
      if (units.filter(dimension.id()::equals).isPresent()) {
        places = dimension.nodes().size();
      } else {
        inEach += dimension.nodes().size() - 1;
      }
    }
    return places * inEach;
  }

  private static Tree tree(Dimension dimension, Texts texts) {
    return new Tree(
        texts.of(dimension.title()),
        texts.of(
            "coordinator.seal.preview.tree",
            dimension.leaves().size(),
            dimension.nodes().size() - dimension.leaves().size() - 1),
        dimension.codes().stream().map(c -> branch(c, texts)).toList());
  }

  private static Branch branch(Code code, Texts texts) {
    List<Branch> parts = code.codes().stream().map(c -> branch(c, texts)).toList();
    return new Branch(texts.of(code.label()), parts);
  }

  private static List<String> left(Definition source, Definition form, Texts texts) {
    List<String> left = new ArrayList<>();
    for (Measure measure : source.measures()) {
      if (form.measures().stream().noneMatch(m -> m.id().equals(measure.id()))) {
        left.add(texts.of("coordinator.seal.preview.measure", texts.of(measure.title())));
      }
    }
    for (Dimension dimension : source.dimensions()) {
      Optional<Dimension> kept =
          form.dimensions().stream().filter(d -> d.id().equals(dimension.id())).findFirst();
      if (kept.isEmpty()) {
        left.add(texts.of("coordinator.seal.preview.dimension", texts.of(dimension.title())));
      } else {
        classes(dimension, kept.get(), texts).ifPresent(left::add);
      }
    }
    return left;
  }

  private static Optional<String> classes(Dimension source, Dimension kept, Texts texts) {
    Set<String> there = new HashSet<>(kept.nodes());
    List<String> gone =
        source.leaves().stream()
            .filter(c -> !there.contains(c.code()))
            .map(c -> texts.of(c.label()))
            .toList();
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.of(
                "coordinator.seal.preview.classes",
                texts.of(source.title()),
                String.join(", ", gone)));
  }

  private static Terms terms(CollectionManifest manifest, SealedTerms terms, Texts texts) {
    List<String> roles = new ArrayList<>();
    for (RoleKey role : terms.roles()) {
      roles.add(LETTERS.get(roles.size()) + ": " + name(manifest, role, texts));
    }
    return new Terms(
        texts.of("coordinator.sealed.rule", terms.k(), terms.t()),
        roles,
        terms.units().map(u -> coverage(manifest, terms, u, texts)).orElse(List.of()));
  }

  private static String name(CollectionManifest manifest, RoleKey role, Texts texts) {
    return manifest
        .participant(role.agency())
        .map(Participant::name)
        .map(texts::of)
        .orElse(role.agency().value());
  }

  private static List<String> coverage(
      CollectionManifest manifest, SealedTerms terms, DimensionId units, Texts texts) {
    Dimension dimension =
        manifest.definitions().get(0).dimensions().stream()
            .filter(d -> d.id().equals(units))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    for (SealedTerms.Covered covered : terms.coverage()) {
      String agency =
          manifest
              .participant(covered.agency())
              .map(p -> texts.of(p.name()))
              .orElse(covered.agency().value());
      boolean all = covered.units().size() == dimension.leaves().size();
      lines.add(
          agency
              + ": "
              + (all
                  ? texts.of("coordinator.seal.preview.all")
                  : String.join(
                      ", ",
                      covered.units().stream()
                          .map(u -> dimension.find(u).map(c -> texts.of(c.label())).orElse(u))
                          .toList())));
    }
    return lines;
  }
}
