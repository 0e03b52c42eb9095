package se.samsyn.agent.approval;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.ConfigFile;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.SentTable;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;

/** An agency made of a few files in a folder. */
public final class SmallAgency {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final Path folder;
  private final StringBuilder config = new StringBuilder("agency: small\nstate: state\n");

  public SmallAgency(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("catalogue/definitions"));
    Files.createDirectories(folder.resolve("catalogue/tables"));
    config.append("catalogue: [catalogue]\nsources: [{mapping: records.mapping.yaml}]\n");
  }

  SmallAgency with(String lines) {
    config.append(lines).append('\n');
    return this;
  }

  SmallAgency file(String name, String content, Charset charset) throws IOException {
    Files.write(folder.resolve(name), content.getBytes(charset));
    return this;
  }

  public SmallAgency data(String content) throws IOException {
    return file("records.csv", content, StandardCharsets.UTF_8);
  }

  /** The mapping, after {@code table: record} and the file. */
  public SmallAgency mapping(String lines) throws IOException {
    return file(
        "records.mapping.yaml",
        "table: record\nfile: records.csv\n" + lines,
        StandardCharsets.UTF_8);
  }

  public SmallAgency table(String lines) throws IOException {
    return file(
        "catalogue/tables/record.yaml",
        "id: record\ntitle: {sv: r, en: r}\n" + lines,
        StandardCharsets.UTF_8);
  }

  public SmallAgency definition(String lines) throws IOException {
    return file(
        "catalogue/definitions/d.yaml",
        """
        id: small-table
        version: 1
        title: {sv: t, en: t}
        description: {sv: d, en: d}
        purpose: {instrument: areas}
        logic: problem
        table: record
        counting: disjoint
        """
            + lines,
        StandardCharsets.UTF_8);
  }

  AgentConfig agent() throws Exception {
    Path file = folder.resolve("agent.yaml");
    Files.writeString(file, config);
    return ConfigFile.read(file, new Variables(Map.of()));
  }

  /** What this agency would send. */
  public Preview preview(String period) throws Exception {
    return preview(period, SentBefore.NOTHING);
  }

  /** Keeps a preview as the agent does, and says what is known of it when it has been sent. */
  Earlier sent(Preview preview) throws Exception {
    StateFolder state = new StateFolder(folder.resolve("state"));
    state.create();
    DraftStore drafts = new DraftStore(state, key, Steps.UNOBSERVED);
    Sha256 hash = drafts.put(preview.table(), preview.hidden(), preview.cost().tables());
    return drafts.findEarlier(hash).orElseThrow();
  }

  /** What it would send, having sent these versions of the same table before. */
  Preview preview(String period, List<Earlier> versions) throws Exception {
    CountedTable counted = counted(period);
    return preview(
        period,
        new SentBefore(
            versions, versions.stream().map(v -> new SentTable(counted, v.table())).toList()));
  }

  /** What it would send, having sent these tables before. */
  Preview preview(String period, SentBefore before) throws Exception {
    AgentConfig agent = agent();
    Definition definition = counted(period).definition();
    return new Previewing(agent, new Variables(Map.of()), TODAY)
        .preview(
            definition,
            Catalogue.load(agent.catalogue()).table(definition.table()).orElseThrow(),
            Period.parse(period),
            before);
  }

  /** What its table of now counts over a period. */
  CountedTable counted(String period) throws Exception {
    return new CountedTable(
        Catalogue.load(agent().catalogue())
            .definition(new DefinitionId("small-table"))
            .orElseThrow(),
        Period.parse(period));
  }
}
