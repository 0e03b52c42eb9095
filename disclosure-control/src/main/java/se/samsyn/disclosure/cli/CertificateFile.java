package se.samsyn.disclosure.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.rule.Requirement;

/**
 * A certificate as compact JSON: {@code hidden} as runs (first cell, length, ...); a deviation as
 * (cell, change, ...), an attacker as the cells that it knows; a claim as (cell, attacker, lower at
 * most, upper at least, width, deviation that raises it or -1, deviation that lowers it or -1); and
 * a checksum over all that. The checksum tells a damaged file; that a certificate proves what it
 * claims is for {@link CertificateVerifier} to say.
 */
public final class CertificateFile {
  private static final String FORMAT = "samsyn-certificate-1";
  private static final int CLAIM_FIELDS = 7;
  private static final Set<String> FIELDS =
      Set.of("format", "cells", "hidden", "deviations", "attackers", "claims");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CertificateFile() {}

  /**
   * @param cells the number of cells of the table
   */
  public static String write(Certificate certificate, int cells) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("cells", cells);
    ArrayNode hidden = root.putArray("hidden");
    BitSet bits = certificate.hidden();
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int to = bits.nextClearBit(from);
      hidden.add(from).add(to - from);
      from = bits.nextSetBit(to);
    }
    ArrayNode deviations = root.putArray("deviations");
    for (Deviation deviation : certificate.deviations()) {
      ArrayNode pairs = deviations.addArray();
      for (int i = 0; i < deviation.cells().length; i++) {
        pairs.add(deviation.cells()[i]).add(deviation.changes()[i]);
      }
    }
    Map<Attacker, Integer> attackers = new LinkedHashMap<>();
    certificate
        .claims()
        .forEach(claim -> attackers.putIfAbsent(claim.attacker(), attackers.size()));
    ArrayNode known = root.putArray("attackers");
    attackers.keySet().forEach(attacker -> attacker.knows().forEach(known.addArray()::add));
    ArrayNode claims = root.putArray("claims");
    for (Claim claim : certificate.claims()) {
      Requirement requirement = claim.requirement();
      claims
          .addArray()
          .add(claim.cell())
          .add(attackers.get(claim.attacker()))
          .add(requirement.lowerAtMost())
          .add(requirement.upperAtLeast())
          .add(requirement.width())
          .add(claim.high().orElse(-1))
          .add(claim.low().orElse(-1));
    }
    root.put("sha256", checksum(root));
    return root + "\n";
  }

  /**
   * @param cells the number of cells of the table that it is for
   * @throws MalformedCertificate if it is not one, was changed, or is of another table
   */
  public static Certificate read(Path file, int cells) throws IOException {
    try {
      JsonNode tree = JSON.readTree(Files.readAllBytes(file));
      if (!(tree instanceof ObjectNode root) || !root.path("format").asText().equals(FORMAT)) {
        throw new MalformedCertificate("it is not a certificate of the format " + FORMAT);
      }
      JsonNode sum = root.remove("sha256");
      if (sum == null || !sum.asText().equals(checksum(root))) {
        throw new MalformedCertificate("it was changed after it was written");
      }
      if (root.size() != FIELDS.size() || !FIELDS.stream().allMatch(root::has)) {
        throw new MalformedCertificate("a field is missing or unknown");
      }
      if (root.get("cells").asInt() != cells) {
        throw new MalformedCertificate("it is of a table with another number of cells");
      }
      return new Reading(root, cells).certificate();
    } catch (JsonProcessingException e) {
      throw new MalformedCertificate("it is not JSON", e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new MalformedCertificate("its numbers do not make a certificate", e);
    }
  }

  /** A tree whose checksum is right. */
  private record Reading(ObjectNode root, int cells) {
    Certificate certificate() {
      List<Deviation> deviations = new ArrayList<>();
      root.get("deviations").forEach(pairs -> deviations.add(deviation(numbers(pairs))));
      List<Attacker> attackers = new ArrayList<>();
      for (JsonNode known : root.get("attackers")) {
        attackers.add(new Attacker(Arrays.stream(numbers(known)).mapToObj(this::cell).toList()));
      }
      List<Claim> claims = new ArrayList<>();
      root.get("claims").forEach(c -> claims.add(claim(numbers(c), attackers, deviations.size())));
      return new Certificate(hidden(numbers(root.get("hidden"))), deviations, claims);
    }

    private BitSet hidden(long[] runs) {
      BitSet hidden = new BitSet();
      for (int i = 0; i < runs.length; i += 2) {
        int from = cell(runs[i]);
        hidden.set(from, cell(from + runs[i + 1] - 1) + 1);
      }
      return hidden;
    }

    private Deviation deviation(long[] pairs) {
      return new Deviation(
          IntStream.range(0, pairs.length / 2).map(i -> cell(pairs[2 * i])).toArray(),
          IntStream.range(0, pairs.length / 2).mapToLong(i -> pairs[2 * i + 1]).toArray());
    }

    private Claim claim(long[] fields, List<Attacker> attackers, int deviations) {
      if (fields.length != CLAIM_FIELDS) {
        throw new MalformedCertificate("a claim has " + CLAIM_FIELDS + " numbers");
      }
      return new Claim(
          cell(fields[0]),
          attackers.get(Math.toIntExact(fields[1])),
          new Requirement(fields[2], fields[3], fields[4]),
          deviation(fields[5], deviations),
          deviation(fields[6], deviations));
    }

    private static OptionalInt deviation(long number, int deviations) {
      return number == -1
          ? OptionalInt.empty()
          : OptionalInt.of(Objects.checkIndex(Math.toIntExact(number), deviations));
    }

    private int cell(long number) {
      return (int) Objects.checkIndex(number, (long) cells);
    }

    private static long[] numbers(JsonNode array) {
      long[] numbers = new long[array.size()];
      for (int i = 0; i < numbers.length; i++) {
        if (!array.get(i).isIntegralNumber() || !array.get(i).canConvertToLong()) {
          throw new MalformedCertificate("a whole number is expected everywhere");
        }
        numbers[i] = array.get(i).asLong();
      }
      return numbers;
    }
  }

  private static String checksum(ObjectNode body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(body)));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("SHA-256 and JSON are part of the platform", e);
    }
  }
}
