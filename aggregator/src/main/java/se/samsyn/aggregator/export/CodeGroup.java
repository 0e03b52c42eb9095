package se.samsyn.aggregator.export;

import java.util.List;
import se.samsyn.aggregator.dashboard.figure.GroupName;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;

/**
 * A code that stands for several of a dimension, as sealed tables have them.
 *
 * @param label the members' names
 * @param members the codes of the leaves that it stands for
 */
record CodeGroup(String dimension, String code, String label, List<String> members) {

  /** All groups of a table, dimension by dimension, larger ones before those in them. */
  static List<CodeGroup> of(JointTable table, Texts texts) {
    GroupName names = new GroupName(table.manifest(), texts);
    return table.definition().dimensions().stream()
        .flatMap(
            dimension ->
                dimension.codes().stream()
                    .flatMap(Code::preorder)
                    .filter(code -> !code.isLeaf())
                    .map(code -> of(dimension, code, names)))
        .toList();
  }

  private static CodeGroup of(Dimension dimension, Code code, GroupName names) {
    List<Code> members = code.preorder().filter(Code::isLeaf).toList();
    return new CodeGroup(
        dimension.id().value(),
        code.code(),
        names.together(dimension, members),
        members.stream().map(Code::code).toList());
  }
}
