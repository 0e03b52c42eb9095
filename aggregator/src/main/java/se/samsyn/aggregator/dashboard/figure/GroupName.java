package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.sealed.Shown;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.SealedTerms;

/**
 * What a unit or a class of a sealed table is called. A group is named by its members, whatever its
 * own label is: "Bo, By och Dal tillsammans".
 */
public final class GroupName {
  private final Texts texts;
  private final Optional<DimensionId> units;

  /**
   * @param manifest of a sealed collection
   */
  public GroupName(CollectionManifest manifest, Texts texts) {
    this.texts = texts;
    this.units = manifest.sealed().flatMap(SealedTerms::units);
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
    boolean areNames = units.filter(dimension.id()::equals).isPresent();
    return texts.of("axis.pooled.list", list(members, areNames));
  }

  private String list(List<Code> members, boolean areNames) {
    int last = members.size() - 1;
    List<String> labels =
        IntStream.rangeClosed(0, last)
            .mapToObj(
                i -> i == 0 || areNames ? label(members.get(i)) : inside(label(members.get(i))))
            .toList();
    return last == 0
        ? labels.get(0)
        : texts.of("list.and", String.join(", ", labels.subList(0, last)), labels.get(last));
  }

  /** A class is no heading inside a list; a unit's name and an abbreviation keep their capitals. */
  private String inside(String label) {
    return label.length() > 1 && Character.isLowerCase(label.charAt(1))
        ? label.substring(0, 1).toLowerCase(texts.language().locale()) + label.substring(1)
        : label;
  }

  private String label(Code code) {
    return texts.of(code.label());
  }
}
