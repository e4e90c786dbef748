package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture from a file that nobody vouches for. */
final class PictureFile {
  /** More than any camera's: a file of a few bytes can claim sizes that no memory holds. */
  private static final long MOST_PIXELS = 200_000_000;

  private PictureFile() {}

  static BufferedImage read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw unreadable(file)
          .got(Files.exists(file) ? "this is no file" : "there is no such file")
          .asDataException();
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable(file)
            .got("something else, or a format Java does not read")
            .asDataException();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        requireSize(file, reader.getWidth(0), reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // ImageIO's readers answer damaged files with unchecked exceptions, too.
      String said = e.getMessage() == null ? "" : ": " + e.getMessage();
      DataException error =
          unreadable(file).got(e.getClass().getSimpleName() + said).asDataException();
      error.initCause(e);
      throw error;
    }
  }

  private static void requireSize(Path file, long width, long height) {
    if (width * height > MOST_PIXELS) {
      throw Problem.of(file + " is too large a picture")
          .expected("at most " + MOST_PIXELS + " pixels")
          .got(width + " x " + height)
          .fix("make it smaller; 1000 pixels a side are plenty for a digit")
          .see("digit-file")
          .asDataException();
    }
  }

  private static Problem unreadable(Path file) {
    return Problem.of(file + " could not be read as a picture")
        .expected("a file of type PNG, JPEG, GIF, BMP, TIFF or WBMP")
        .fix("check the name; open it in a viewer and save it as PNG (HEIC and WebP are not read)")
        .see("digit-file");
  }
}
