package se.samsyn.schemas.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.Documents;
import se.samsyn.schemas.json.MalformedDocument;

/**
 * Indicator definitions, input tables and code lists, read from the standard catalogue and from
 * folders laid over it. A folder holds {@code definitions/*.yaml}, {@code tables/*.yaml} and {@code
 * codelists/*.yaml}; a later folder's document of the same id (and version) takes the place of an
 * earlier one. A dimension may name a code list ({@code codeList: id}) in place of its codes; what
 * this class returns has the codes in it.
 */
public final class Catalogue {
  private final Map<DefinitionRef, Definition> definitions;
  private final Map<TableId, InputTable> tables;

  private Catalogue(Map<DefinitionRef, Definition> definitions, Map<TableId, InputTable> tables) {
    this.definitions = definitions;
    this.tables = tables;
  }

  /**
   * The standard catalogue with {@code folders} laid over it, in order.
   *
   * @throws MalformedDocument with all findings of all files, each with its file's name
   * @throws IOException when a folder cannot be read
   */
  public static Catalogue load(List<Path> folders) throws MalformedDocument, IOException {
    List<CatalogueFile> files = new ArrayList<>(CatalogueFile.standard());
    for (Path folder : folders) {
      files.addAll(CatalogueFile.in(folder));
    }
    List<String> findings = new ArrayList<>();
    Map<String, CodeList> lists = new HashMap<>();
    Map<TableId, InputTable> tables = new LinkedHashMap<>();
    Map<DefinitionRef, Definition> definitions = new LinkedHashMap<>();
    for (CatalogueFile file : files) {
      try {
        switch (file.kind()) {
          case CODE_LIST -> {
            CodeList list = Documents.codeList(file.bytes());
            lists.put(list.id(), list);
          }
          case TABLE -> {
            InputTable table = Codecs.INPUT_TABLE.readYaml(file.bytes());
            tables.put(table.id(), table);
          }
          case DEFINITION -> {}
        }
      } catch (MalformedDocument e) {
        e.findings().forEach(f -> findings.add(file.name() + ": " + f));
      }
    }
    for (CatalogueFile file : files) {
      if (file.kind() == CatalogueFile.Kind.DEFINITION) {
        try {
          Definition definition = Documents.definition(file.bytes(), lists);
          DefinitionCheck.againstTable(definition, tables.get(definition.table()))
              .forEach(f -> findings.add(file.name() + ": " + f));
          definitions.put(definition.ref(), definition);
        } catch (MalformedDocument e) {
          e.findings().forEach(f -> findings.add(file.name() + ": " + f));
        }
      }
    }
    if (!findings.isEmpty()) {
      throw new MalformedDocument("catalogue", findings);
    }
    return new Catalogue(definitions, tables);
  }

  /**
   * This catalogue with further definitions over its input tables. A definition that it has already
   * stays as it is: a version never changes.
   */
  public Catalogue with(Collection<Definition> more) {
    Map<DefinitionRef, Definition> all = new LinkedHashMap<>(definitions);
    more.forEach(d -> all.putIfAbsent(d.ref(), d));
    return new Catalogue(all, tables);
  }

  /** These definitions and the input tables that they read, such as those of a manifest. */
  public static Catalogue of(Collection<Definition> definitions, Collection<InputTable> tables) {
    Map<TableId, InputTable> known = new LinkedHashMap<>();
    tables.forEach(t -> known.put(t.id(), t));
    return new Catalogue(Map.of(), known).with(definitions);
  }

  /** The highest version of a definition. */
  public Optional<Definition> definition(DefinitionId id) {
    return definitions.values().stream()
        .filter(d -> d.id().equals(id))
        .max(Comparator.comparingInt(Definition::version));
  }

  public Optional<Definition> definition(DefinitionRef ref) {
    return Optional.ofNullable(definitions.get(ref));
  }

  public Optional<InputTable> table(TableId id) {
    return Optional.ofNullable(tables.get(id));
  }

  /** The highest version of each definition, in the order of their names. */
  public List<Definition> newest() {
    return definitions.values().stream()
        .filter(d -> definition(d.id()).equals(Optional.of(d)))
        .sorted(Comparator.comparing(Definition::ref))
        .toList();
  }

  public Collection<Definition> definitions() {
    return definitions.values();
  }

  public Collection<InputTable> tables() {
    return tables.values();
  }
}
