package se.samsyn.aggregator.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Invitation;

/** {@code invite}: writes the file that an agency enrols with, once. */
@Command(name = "invite")
final class InviteCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private DataOption data;
  @Spec private CommandSpec spec;

  @Option(names = "--agency", descriptionKey = "agency", paramLabel = "ID", required = true)
  private AgencyId agency;

  @Option(names = "--authority", descriptionKey = "authority", paramLabel = "ID", required = true)
  private AuthorityId authority;

  @Option(names = "--name", descriptionKey = "name", paramLabel = "TEXT", required = true)
  private String name;

  @Option(
      names = "--url",
      descriptionKey = "url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8420")
  private URI url;

  @Option(names = "--days", descriptionKey = "days", paramLabel = "N", defaultValue = "14")
  private int days;

  @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE", required = true)
  private Path out;

  InviteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      throw CommandFailed.wrongUse("invite.file-exists", out);
    }
    if (days < 1) {
      throw CommandFailed.wrongUse("invite.days");
    }
    try (Workplace workplace = data.open(invocation)) {
      Invitation invitation =
          workplace
              .get(Invitations.class)
              .invite(agency, name, authority, url, Duration.ofDays(days), AuditTrail.COMMAND_LINE);
      invocation.steps().reached(Step.INVITATION_STORED);
      // The token in it opens the door once: readable by the coordinator alone.
      DataFolder.writeSecret(out, Codecs.INVITATION.write(invitation));
      invocation.steps().reached(Step.INVITATION_WRITTEN);
      spec.commandLine()
          .getOut()
          .println(
              invocation.texts().of("invite.done", agency, out, invitation.expires().toString()));
    }
    return 0;
  }
}
