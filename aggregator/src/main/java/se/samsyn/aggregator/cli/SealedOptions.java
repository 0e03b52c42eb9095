package se.samsyn.aggregator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.sealed.opening.SealedRequest;
import se.samsyn.aggregator.sealed.opening.SealedRequest.RoleName;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;

/** The options of {@code collection create} that make the collection a sealed one. */
final class SealedOptions {
  @Option(names = "--sealed", descriptionKey = "sealed")
  private boolean sealed;

  @Option(names = "--k", descriptionKey = "sealed-k", paramLabel = "N")
  private Integer k;

  @Option(names = "--t", descriptionKey = "sealed-t", paramLabel = "N")
  private Integer t;

  @Option(names = "--units", descriptionKey = "sealed-units", paramLabel = "DIMENSION")
  private DimensionId units;

  @Option(names = "--covers", descriptionKey = "sealed-covers", paramLabel = "ID=CODE,CODE")
  private Map<AgencyId, String> covers = Map.of();

  @Option(names = "--order", descriptionKey = "sealed-order", paramLabel = "FILE")
  private Path order;

  @Option(
      names = "--without",
      descriptionKey = "sealed-without",
      paramLabel = "DIMENSION",
      split = ",")
  private List<DimensionId> without = List.of();

  @Option(names = "--role-a", descriptionKey = "sealed-role", paramLabel = "ID")
  private AgencyId roleA;

  @Option(names = "--role-b", descriptionKey = "sealed-role", paramLabel = "ID")
  private AgencyId roleB;

  @Option(names = "--role-c", descriptionKey = "sealed-role", paramLabel = "ID")
  private AgencyId roleC;

  @Option(names = "--role-c2", descriptionKey = "sealed-role", paramLabel = "ID")
  private AgencyId secondC;

  @Option(names = "--possible", descriptionKey = "sealed-possible")
  private boolean possible;

  @Option(names = "--aggregator", descriptionKey = "sealed-aggregator", paramLabel = "ID")
  private AuthorityId aggregator;

  boolean isSealed() {
    return sealed;
  }

  /** Whether one of the others is given, which says nothing of an open collection. */
  boolean isAnyGiven() {
    return k != null
        || t != null
        || units != null
        || !covers.isEmpty()
        || order != null
        || !without.isEmpty()
        || !roles().isEmpty()
        || possible
        || aggregator != null;
  }

  SealedRequest request(CollectionPlan plan) throws IOException, CommandFailed {
    Map<AgencyId, Set<String>> units = new HashMap<>();
    covers.forEach((agency, codes) -> units.put(agency, Set.of(codes.split(",", -1))));
    return new SealedRequest(
        plan,
        k == null ? OptionalInt.empty() : OptionalInt.of(k),
        t == null ? OptionalInt.empty() : OptionalInt.of(t),
        Optional.ofNullable(this.units),
        units,
        order == null ? List.of() : largestFirst(),
        Set.copyOf(without),
        roles(),
        possible,
        Optional.ofNullable(aggregator));
  }

  private Map<RoleName, AgencyId> roles() {
    Map<RoleName, AgencyId> roles = new EnumMap<>(RoleName.class);
    put(roles, RoleName.A, roleA);
    put(roles, RoleName.B, roleB);
    put(roles, RoleName.C, roleC);
    put(roles, RoleName.SECOND_C, secondC);
    return roles;
  }

  private static void put(Map<RoleName, AgencyId> roles, RoleName role, AgencyId agency) {
    if (agency != null) {
      roles.put(role, agency);
    }
  }

  /** A public size; the file has a line {@code code;size} for each unit. */
  private record Sized(String code, long size) {}

  private List<String> largestFirst() throws IOException, CommandFailed {
    List<Sized> units = new ArrayList<>();
    for (String line : Files.readAllLines(order, StandardCharsets.UTF_8)) {
      String[] fields = line.strip().split(";", -1);
      if (line.isBlank()) {
        continue;
      }
      if (fields.length != 2 || !fields[1].strip().matches("[0-9]{1,15}")) {
        throw CommandFailed.wrongUse("create.order", order);
      }
      units.add(new Sized(fields[0].strip(), Long.parseLong(fields[1].strip())));
    }
    units.sort(Comparator.comparingLong(Sized::size).reversed().thenComparing(Sized::code));
    return units.stream().map(Sized::code).toList();
  }
}
