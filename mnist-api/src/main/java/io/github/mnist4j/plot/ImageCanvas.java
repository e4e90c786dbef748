package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Problem;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * Draws into an image by Java2D: curves and letters with soft edges, boxes and images on whole
 * pixels.
 */
final class ImageCanvas implements Canvas, AutoCloseable {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final double scale;
  private final TextShapes texts = new TextShapes();

  /**
   * Starts with white paper.
   *
   * @param scale pixels a unit
   * @throws IllegalStateException if AWT does not work here
   */
  ImageCanvas(int width, int height, double scale) {
    this.scale = scale;
    int pixelWidth = (int) Math.ceil(width * scale);
    int pixelHeight = (int) Math.ceil(height * scale);
    try {
      image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_RGB);
      graphics = image.createGraphics();
    } catch (AWTError | LinkageError e) {
      throw noDisplay(e);
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(new Color(Colors.PAPER));
    graphics.fillRect(0, 0, pixelWidth, pixelHeight);
  }

  private static IllegalStateException noDisplay(Throwable cause) {
    IllegalStateException e =
        Problem.of("this JVM cannot draw an image")
            .expected("a working java.desktop, with or without a display")
            .got(cause.toString())
            .fix("start the JVM with -Djava.awt.headless=true, or write an .svg file")
            .see("plot-display")
            .asIllegalState();
    e.initCause(cause);
    return e;
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public void rect(Box box, int color) {
    int x = snap(box.x());
    int y = snap(box.y());
    int width = Math.max(1, snap(box.right()) - x);
    int height = Math.max(1, snap(box.bottom()) - y);
    graphics.setColor(new Color(color));
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void polyline(double[] points, double thickness, int color) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0] * scale, points[1] * scale);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i] * scale, points[i + 1] * scale);
    }
    graphics.setColor(new Color(color));
    graphics.setStroke(
        new BasicStroke(
            (float) (thickness * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  @Override
  public void circle(double x, double y, double radius, int color) {
    double corner = scale * (x - radius);
    double side = scale * 2 * radius;
    fill(new Ellipse2D.Double(corner, scale * (y - radius), side, side), color);
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    TextShapes.Line line = texts.of(text);
    double back =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> line.width() / 2;
          case END -> line.width();
        };
    AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
    place.translate(x, y);
    if (style.upwards()) {
      place.quadrantRotate(-1);
    }
    place.scale(style.size(), style.size());
    place.translate(-back, 0);
    fill(place.createTransformedShape(line.shape()), style.color());
  }

  private void fill(Shape shape, int color) {
    graphics.setColor(new Color(color));
    graphics.fill(shape);
  }

  @Override
  public void image(Pixels pixels, Box box) {
    int left = snap(box.x());
    int top = snap(box.y());
    int width = snap(box.right()) - left;
    int height = snap(box.bottom()) - top;
    for (int y = 0; y < height; y++) {
      int row = (int) ((long) y * pixels.height() / height) * pixels.width();
      for (int x = 0; x < width; x++) {
        int column = (int) ((long) x * pixels.width() / width);
        image.setRGB(left + x, top + y, pixels.rgb()[row + column]);
      }
    }
  }

  private int snap(double coordinate) {
    return (int) Math.round(coordinate * scale);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
