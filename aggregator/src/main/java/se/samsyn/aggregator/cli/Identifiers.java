package se.samsyn.aggregator.cli;

import java.util.function.Function;
import picocli.CommandLine;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;

/** Reads the contract's own types from the command line. */
final class Identifiers {
  private Identifiers() {}

  static CommandLine registeredAt(CommandLine line) {
    return line.registerConverter(AgencyId.class, of(AgencyId::new))
        .registerConverter(AuthorityId.class, of(AuthorityId::new))
        .registerConverter(CollectionId.class, of(CollectionId::new))
        .registerConverter(DefinitionId.class, of(DefinitionId::new))
        .registerConverter(DimensionId.class, of(DimensionId::new))
        .registerConverter(Period.class, of(Period::parse));
  }

  private static <T> CommandLine.ITypeConverter<T> of(Function<String, T> type) {
    return text -> {
      try {
        return type.apply(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(e.getMessage());
      }
    };
  }
}
