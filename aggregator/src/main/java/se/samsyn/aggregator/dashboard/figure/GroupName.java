package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.sealed.Shown;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;

/**
 * What a unit or a class of a sealed table is called. A group is named by its members, whatever its
 * own label is: "Bo, By och Dal tillsammans".
 */
public final class GroupName {
  private final Texts texts;

  public GroupName(Texts texts) {
    this.texts = texts;
  }

  /** As a row is headed. */
  String of(Dimension dimension, Shown shown) {
    if (shown.isWhole()) {
      return texts.of("axis.all");
    }
    return shown.isGroup() ? together(dimension, shown.members()) : label(shown.members().get(0));
  }

  /** The members with commas between and "och" before the last, and that they are together. */
  public String together(Dimension dimension, List<Code> members) {
    Optional<Code.Band> first = members.get(0).band();
    Optional<Code.Band> last = members.get(members.size() - 1).band();
    if (dimension.by() instanceof ClassifiedBy.Age && first.isPresent() && last.isPresent()) {
      return texts.of("axis.pooled.age", first.get().from(), last.get().to());
    }
    return texts.of("axis.pooled.list", list(members));
  }

  private String list(List<Code> members) {
    List<String> labels = members.stream().map(this::label).toList();
    int last = labels.size() - 1;
    return last == 0
        ? labels.get(0)
        : texts.of("list.and", String.join(", ", labels.subList(0, last)), labels.get(last));
  }

  private String label(Code code) {
    return texts.of(code.label());
  }
}
