package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A picture that does not change: {@link Plots} makes it, its methods turn it into files.
 *
 * <p>Needs neither a display nor any installed font; an SVG does not even touch AWT. The same
 * picture gives the same bytes each time.
 *
 * <pre>{@code
 * Plot digits = Plots.grid(images, captions, 10);
 * digits.write(Path.of("out/digits.png"));
 * digits.write(Path.of("out/digits.svg"));
 * }</pre>
 */
public final class Plot {
  /** Pixels a unit in files written by {@link #write}: sharp on high-density screens, too. */
  private static final double FILE_SCALE = 2;

  private static final double MOST_PIXELS = 200e6;

  private final String title;
  private final String description;
  private final int width;
  private final int height;
  private final Consumer<Canvas> drawing;

  Plot(String title, String description, int width, int height, Consumer<Canvas> drawing) {
    this.title = title;
    this.description = description;
    this.width = width;
    this.height = height;
    this.drawing = drawing;
  }

  /** Returns the width at scale 1, in pixels. */
  public int width() {
    return width;
  }

  /** Returns the height at scale 1, in pixels. */
  public int height() {
    return height;
  }

  /**
   * Writes the picture to a file: PNG where its name ends in {@code .png}, with two pixels a unit,
   * SVG where it ends in {@code .svg}.
   *
   * <p>Folders that are missing are made. The file appears complete or not at all; one that is
   * there is replaced.
   *
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    byte[] bytes;
    if (name.endsWith(".png")) {
      bytes = toPng(FILE_SCALE);
    } else if (name.endsWith(".svg")) {
      bytes = toSvg().getBytes(StandardCharsets.UTF_8);
    } else {
      throw Problem.of("a plot's file name does not say its format")
          .expected("a name that ends in .png or .svg")
          .got(file.toString())
          .see("plot-file")
          .asIllegalArgument();
    }
    try {
      replace(file.toAbsolutePath(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the plot " + file, e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    // Not createTempFile: its files can be read by their owner alone, and keep that when moved.
    String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
    try {
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Returns the picture as the bytes of a PNG file.
   *
   * @param scale pixels a unit, above zero; 1 gives {@link #width()} × {@link #height()} pixels
   * @throws IllegalArgumentException if {@code scale} is not positive or the image would have more
   *     than 200 million pixels
   * @throws IllegalStateException if AWT does not work in this JVM
   */
  public byte[] toPng(double scale) {
    BufferedImage image = toImage(scale);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return Png.encode(new Pixels(image.getWidth(), image.getHeight(), rgb));
  }

  /**
   * Returns the picture as an image, for a window or a notebook.
   *
   * @param scale pixels a unit, above zero; 1 gives {@link #width()} × {@link #height()} pixels
   * @throws IllegalArgumentException if {@code scale} is not positive or the image would have more
   *     than 200 million pixels
   * @throws IllegalStateException if AWT does not work in this JVM
   */
  public BufferedImage toImage(double scale) {
    Check.positive(scale, "Plot", "scale");
    if (width * scale * height * scale > MOST_PIXELS) {
      throw Problem.of("a plot would become too large")
          .expected("at most 200 million pixels")
          .got(width + " × " + height + " at scale " + scale)
          .fix("take a smaller scale, fewer images or an .svg file")
          .see("plot-size")
          .asIllegalArgument();
    }
    try (ImageCanvas canvas = new ImageCanvas(width, height, scale)) {
      drawing.accept(canvas);
      return canvas.image();
    }
  }

  /** Returns the picture as SVG text, in UTF-8 where it is written to a file. */
  public String toSvg() {
    SvgCanvas canvas = new SvgCanvas(width, height, title, description);
    drawing.accept(canvas);
    return canvas.end();
  }

  /** Returns the title and the size. */
  @Override
  public String toString() {
    return "Plot '" + title + "', " + width + " × " + height;
  }
}
