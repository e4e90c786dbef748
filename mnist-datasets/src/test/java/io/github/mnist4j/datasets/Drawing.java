package io.github.mnist4j.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Draws a digit with a pen; the strokes are those that the site's tests draw with a mouse. */
record Drawing(
    int width, int height, Color paper, Color ink, double pen, double x, double y, double size) {
  private static final JsonNode STROKES = strokes();

  /** Black on white, in the middle of 280 × 280. */
  static Drawing plain() {
    return new Drawing(280, 280, Color.WHITE, Color.BLACK, 20, 30, 30, 220);
  }

  private static JsonNode strokes() {
    try {
      return new ObjectMapper()
          .readTree(Files.readString(Path.of("../docs/tests/draw/strokes.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Drawing canvas(int width, int height) {
    return new Drawing(width, height, paper, ink, pen, x, y, size);
  }

  Drawing colours(Color paper, Color ink) {
    return new Drawing(width, height, paper, ink, pen, x, y, size);
  }

  Drawing pen(double pen) {
    return new Drawing(width, height, paper, ink, pen, x, y, size);
  }

  Drawing at(double x, double y, double size) {
    return new Drawing(width, height, paper, ink, pen, x, y, size);
  }

  /** Returns the picture of a digit, with alpha where the paper has. */
  BufferedImage of(int digit) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(paper);
    g.fillRect(0, 0, width, height);
    g.setColor(ink);
    g.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (JsonNode stroke : STROKES.get(String.valueOf(digit))) {
      Path2D path = new Path2D.Double();
      for (JsonNode point : stroke) {
        double px = point.get(0).asDouble();
        double py = point.get(1).asDouble();
        if (path.getCurrentPoint() == null) {
          path.moveTo(px, py);
        } else {
          path.lineTo(px, py);
        }
      }
      path.transform(new AffineTransform(size, 0, 0, size, x, y));
      g.draw(path);
    }
    g.dispose();
    return image;
  }

  /** Returns a photo of a picture: grey, lit from one side, a shadow in a corner, noise. */
  static BufferedImage photo(BufferedImage image, double light, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (double) x / width;
        double v = (double) y / height;
        double bright = 0.85 - light * (0.5 * u + 0.3 * v + 0.4 * u * u * v);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          double value = (image.getRGB(x, y) >> shift & 255) * bright;
          value += 255 * noise * normal(random);
          rgb |= (int) Math.max(0, Math.min(255, Math.round(value))) << shift;
        }
        photo.setRGB(x, y, rgb);
      }
    }
    return photo;
  }

  /** The sum of twelve even numbers is as normal as noise need be. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
