package se.samsyn.aggregator.intake;

import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/** Checks that a table is the one that the manifest asks for. */
final class TableCheck {
  private TableCheck() {}

  /**
   * The definition that the table is made by.
   *
   * @throws Refused as {@code wrong-definition}, {@code wrong-shape} or {@code policy-too-low}
   */
  static Definition definition(CollectionManifest manifest, ProtectedTable table) {
    Definition definition =
        manifest
            .definition(table.definition())
            .filter(d -> Codecs.DEFINITION.hash(d).equals(table.definitionHash()))
            .filter(d -> table.period().equals(manifest.period()))
            .orElseThrow(
                () ->
                    new Refused(
                        Refusal.WRONG_DEFINITION,
                        "definition, its hash or the period is not the manifest's; fetch the"
                            + " manifests and preview again"));
    requireShape(definition, table);
    if (table.minimumFrequency()
        < Math.max(definition.protection().minimumFrequency(), ProtectionPolicy.FLOOR)) {
      throw new Refused(
          Refusal.POLICY_TOO_LOW, "the minimum frequency is lower than the definition's");
    }
    return definition;
  }

  private static void requireShape(Definition definition, ProtectedTable table) {
    Set<MeasureId> measures =
        definition.collected().stream().map(Measure::id).collect(Collectors.toSet());
    int size = CellSpace.of(definition).size();
    if (!table.cells().keySet().equals(measures)
        || table.cells().values().stream().anyMatch(cells -> cells.size() != size)) {
      throw new Refused(
          Refusal.WRONG_SHAPE, "the measures or the number of cells are not the definition's");
    }
  }
}
