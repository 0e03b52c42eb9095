package se.samsyn.demo.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page with a palette of its commonest colours: less than half the size. */
final class SmallPng {
  private static final int COLOURS = 256;
  private static final int ALL_BUT_THE_SAME = 100;

  private SmallPng() {}

  static void write(byte[] png, Path file) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> often = new HashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        often.merge(full.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    int[] colours = palette(often);
    IndexColorModel model =
        new IndexColorModel(
            8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(
            full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        int index = nearest.computeIfAbsent(full.getRGB(x, y) & 0xffffff, c -> nearest(c, colours));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    ImageIO.write(small, "png", file.toFile());
  }

  /** The commonest, but none that is all but the same as another: a rare colour means something. */
  private static int[] palette(Map<Integer, Integer> often) {
    List<Integer> commonest =
        often.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    List<Integer> palette = new ArrayList<>();
    for (int colour : commonest) {
      if (palette.size() < COLOURS
          && palette.stream().allMatch(p -> distance(p, colour) >= ALL_BUT_THE_SAME)) {
        palette.add(colour);
      }
    }
    return palette.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int nearest(int colour, int[] palette) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      long distance = distance(palette[i], colour);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Squared, over red, green and blue. */
  private static long distance(int one, int other) {
    long distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      long step = ((one >> shift) & 255) - ((other >> shift) & 255);
      distance += step * step;
    }
    return distance;
  }
}
