package se.samsyn.aggregator.dashboard.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A chart as PNG, at twice its size so that it is sharp on a projector. */
public final class ChartPng implements Canvas {
  private static final int SCALE = 2;
  private static final Color GROUND = Color.decode("#eef1f1");
  private static final Color LINES = Color.decode("#9aa8aa");

  private final Graphics2D pen;

  private ChartPng(Graphics2D pen) {
    this.pen = pen;
  }

  /** The file. */
  public static byte[] of(Chart chart) {
    BufferedImage image =
        new BufferedImage(Chart.WIDTH * SCALE, chart.height() * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.scale(SCALE, SCALE);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      chart.draw(new ChartPng(pen));
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void bar(int x, int y, int width, int height, String colour, double opacity) {
    Color full = Color.decode(colour);
    pen.setColor(
        new Color(full.getRed(), full.getGreen(), full.getBlue(), (int) Math.round(opacity * 255)));
    pen.fillRect(x, y, width, height);
  }

  @Override
  public void hatch(int x, int y, int width, int height) {
    pen.setColor(GROUND);
    pen.fillRect(x, y, width, height);
    Shape before = pen.getClip();
    pen.clipRect(x, y, width, height);
    pen.setColor(LINES);
    pen.setStroke(new BasicStroke(2));
    for (int at = x - height; at < x + width; at += 8) {
      pen.drawLine(at, y + height, at + height, y);
    }
    pen.setClip(before);
  }

  @Override
  public void frame(int x, int y, int width, int height) {
    pen.setColor(LINES);
    pen.setStroke(
        new BasicStroke(
            1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0));
    pen.drawRect(x, y, width, height);
  }

  @Override
  public void text(int x, int y, String text, int size, boolean bold, String colour) {
    pen.setColor(Color.decode(colour));
    pen.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size));
    pen.drawString(text, x, y);
  }
}
