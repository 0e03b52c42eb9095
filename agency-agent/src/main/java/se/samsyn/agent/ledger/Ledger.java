package se.samsyn.agent.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.SubmissionId;

/**
 * The log of all that ever left. Each line is an entry and a signature over it and the hash of the
 * line before; the number and hash of the last line are signed in a file of their own, so that a
 * missing end is seen too. A line without its line break was torn by a crash before anybody acted
 * on it, and is taken away.
 */
public final class Ledger {
  private static final Sha256 BEGINNING = Sha256.of(new byte[0]);

  private final StateFolder state;
  private final SigningKey key;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private Sha256 last = BEGINNING;

  private Ledger(StateFolder state, SigningKey key) {
    this.state = state;
    this.key = key;
  }

  /**
   * Signs that nothing has left yet, unless the ledger has begun before. After this a ledger
   * without its head is a broken one, so that nobody can take both away unseen.
   */
  public static void begin(StateFolder state, SigningKey key) throws IOException {
    if (!Files.exists(state.ledgerHead()) && !Files.exists(state.ledger())) {
      new Ledger(state, key).writeHead();
    }
  }

  /**
   * Opens the ledger and proves it unbroken; a broken one is left as it is, for whoever looks into
   * it.
   *
   * @throws BrokenLedger when it is not what this key's agent wrote
   */
  public static Ledger open(StateFolder state, SigningKey key) throws IOException, BrokenLedger {
    Ledger ledger = new Ledger(state, key);
    byte[] bytes = Files.exists(state.ledger()) ? Files.readAllBytes(state.ledger()) : new byte[0];
    int whole = ledger.readLines(bytes);
    ledger.checkHead();
    if (whole < bytes.length) {
      // Only now is it known that the head never counted the torn line.
      DurableFiles.write(state.ledger(), Arrays.copyOf(bytes, whole));
    }
    ledger.writeHead();
    return ledger;
  }

  public List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** The latest entry of each delivery, in the order in which they began. */
  public List<LedgerEntry> deliveries() {
    Map<SubmissionId, LedgerEntry> latest = new LinkedHashMap<>();
    entries.forEach(e -> latest.put(e.submission(), e));
    return List.copyOf(latest.values());
  }

  public long nextNumber() {
    return entries.size() + 1L;
  }

  /** Adds an entry; when this returns it is on the disk. */
  public void append(LedgerEntry entry) throws IOException {
    if (entry.number() != nextNumber()) {
      throw new IllegalArgumentException("the next entry is number " + nextNumber());
    }
    String line = line(entry, last);
    DurableFiles.append(state.ledger(), (line + "\n").getBytes(StandardCharsets.UTF_8));
    entries.add(entry);
    last = hash(line);
    writeHead();
  }

  /** Reads the lines that end. @return how many bytes they are */
  private int readLines(byte[] bytes) throws BrokenLedger {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    for (String line : new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList()) {
      read(line);
    }
    return end;
  }

  private void read(String line) throws BrokenLedger {
    long number = nextNumber();
    int tab = line.lastIndexOf('\t');
    LedgerEntry entry =
        Optional.of(tab)
            .filter(t -> t > 0)
            .flatMap(t -> LedgerEntry.parse(line.substring(0, t)))
            .orElseThrow(() -> new BrokenLedger(BrokenLedger.Fault.NOT_AN_ENTRY, number));
    try {
      byte[] signature = Base64.getDecoder().decode(line.substring(tab + 1));
      key.verificationKey()
          .verify(
              Label.LEDGER_ENTRY,
              signature,
              last.bytes(),
              entry.text().getBytes(StandardCharsets.UTF_8));
    } catch (InvalidMessage | IllegalArgumentException e) {
      throw new BrokenLedger(BrokenLedger.Fault.CHANGED_OR_REORDERED, number);
    }
    if (entry.number() != number) {
      throw new BrokenLedger(BrokenLedger.Fault.CHANGED_OR_REORDERED, number);
    }
    entries.add(entry);
    last = hash(line);
  }

  /** The head may be one entry behind (a crash between the two writes), never ahead. */
  private void checkHead() throws IOException, BrokenLedger {
    if (!Files.exists(state.ledgerHead())) {
      throw new BrokenLedger(BrokenLedger.Fault.HEAD_DAMAGED, entries.size());
    }
    long signed = signedNumber();
    if (signed > entries.size()) {
      throw new BrokenLedger(BrokenLedger.Fault.CUT_SHORT, entries.size() + 1L);
    }
    if (signed < entries.size() - 1L) {
      throw new BrokenLedger(BrokenLedger.Fault.HEAD_DAMAGED, entries.size());
    }
  }

  private long signedNumber() throws IOException, BrokenLedger {
    try {
      String[] head = Files.readString(state.ledgerHead()).strip().split("\t", -1);
      long number = Long.parseLong(head[0]);
      key.verificationKey()
          .verify(Label.LEDGER_HEAD, Base64.getDecoder().decode(head[1]), bytes(number));
      return number;
    } catch (InvalidMessage | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BrokenLedger(BrokenLedger.Fault.HEAD_DAMAGED, entries.size());
    }
  }

  private void writeHead() throws IOException {
    long number = entries.size();
    String signature =
        Base64.getEncoder().encodeToString(key.sign(Label.LEDGER_HEAD, bytes(number)));
    DurableFiles.write(
        state.ledgerHead(), (number + "\t" + signature + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private String line(LedgerEntry entry, Sha256 before) {
    byte[] signature =
        key.sign(Label.LEDGER_ENTRY, before.bytes(), entry.text().getBytes(StandardCharsets.UTF_8));
    return entry.text() + "\t" + Base64.getEncoder().encodeToString(signature);
  }

  private static Sha256 hash(String line) {
    return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
