package se.samsyn.agent.sealed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Layout;

/** A's share of everything is a seed; its columns are made of it whenever they are needed. */
final class SeedPart implements Part {
  private final Layout layout;
  private final List<StreamDraws> narrow = new ArrayList<>();
  private final List<Keystream> wide = new ArrayList<>();
  private int chunk;

  SeedPart(byte[] seed, Sha256 manifest, AgencyId agency, Layout layout) {
    this.layout = layout;
    byte[] name = agency.value().getBytes(StandardCharsets.US_ASCII);
    for (int column = 0; column < layout.columns(); column++) {
      byte[] number = {(byte) (column >> 8), (byte) column};
      wide.add(new Keystream(Derivation.key(seed, "wide", manifest.bytes(), name, number)));
      narrow.add(
          new StreamDraws(
              new Keystream(Derivation.key(seed, "narrow", manifest.bytes(), name, number)),
              layout.modulus()));
    }
  }

  @Override
  public void chunk(int number) {
    chunk = number;
  }

  @Override
  public void narrow(int column, int[] into) {
    StreamDraws draws = narrow.get(column);
    draws.chunk(chunk);
    for (int i = 0; i < layout.nodesIn(chunk); i++) {
      into[i] = draws.element();
    }
  }

  @Override
  public void wide(int column, long[] into) {
    Keystream stream = wide.get(column);
    stream.chunk(chunk);
    for (int i = 0; i < layout.nodesIn(chunk); i++) {
      into[i] = stream.eight();
    }
  }
}
