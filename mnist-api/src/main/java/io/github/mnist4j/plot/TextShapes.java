package io.github.mnist4j.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines of text into shapes: by the table of {@link Letters} as far as it goes, then by AWT's
 * fonts where there are any, then as small boxes.
 */
final class TextShapes {
  private static final double BOX_HEIGHT = 0.72;
  private static final double BOX_LINE = 0.06;

  private boolean fontsWork = true;
  private @Nullable Font font;

  /** A text's shape from x = 0 on the baseline y = 0, and its width, in em. */
  record Line(Path2D shape, double width) {}

  Line of(String text) {
    Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = 0;
    int end;
    for (int start = 0; start < text.length(); start = end) {
      int codePoint = text.codePointAt(start);
      Letters.Letter letter = Letters.get(codePoint);
      if (letter != null) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
        place.scale(1.0 / Letters.EM, 1.0 / Letters.EM);
        shape.append(letter.outline().getPathIterator(place), false);
        x += Letters.advance(codePoint);
        end = start + Character.charCount(codePoint);
      } else {
        end = endOfUnknown(text, start);
        x += appendUnknown(text.substring(start, end), x, shape);
      }
    }
    return new Line(shape, x);
  }

  /** What the table lacks goes to AWT in one piece, for scripts whose letters join. */
  private static int endOfUnknown(String text, int start) {
    int end = start;
    while (end < text.length() && Letters.get(text.codePointAt(end)) == null) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private double appendUnknown(String text, double x, Path2D shape) {
    if (fontsWork) {
      try {
        GlyphVector glyphs = layout(text);
        AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
        place.scale(1.0 / Letters.EM, 1.0 / Letters.EM);
        shape.append(glyphs.getOutline().getPathIterator(place), false);
        return glyphs.getLogicalBounds().getWidth() / Letters.EM;
      } catch (OutOfMemoryError | StackOverflowError e) {
        throw e;
      } catch (RuntimeException | Error e) {
        fontsWork = false; // without fonts a JVM throws what its version likes, even a plain Error
      }
    }
    return appendBoxes(text, x, shape);
  }

  private GlyphVector layout(String text) {
    if (font == null) {
      font = new Font(Font.SANS_SERIF, Font.PLAIN, Letters.EM);
    }
    FontRenderContext context = new FontRenderContext(null, true, true);
    char[] chars = text.toCharArray();
    return font.layoutGlyphVector(context, chars, 0, chars.length, Font.LAYOUT_LEFT_TO_RIGHT);
  }

  private static double appendBoxes(String text, double start, Path2D shape) {
    double x = start;
    for (int codePoint : text.codePoints().toArray()) {
      double width = Letters.advance(codePoint);
      Rectangle2D outer =
          new Rectangle2D.Double(x + BOX_LINE, -BOX_HEIGHT, width - 2 * BOX_LINE, BOX_HEIGHT);
      shape.append(outer, false);
      shape.append(hole(outer), false);
      x += width;
    }
    return x - start;
  }

  /** Runs against the outer rectangle, so that the winding number inside is zero. */
  private static Path2D hole(Rectangle2D outer) {
    Path2D hole = new Path2D.Double();
    hole.moveTo(outer.getMinX() + BOX_LINE, outer.getMinY() + BOX_LINE);
    hole.lineTo(outer.getMinX() + BOX_LINE, outer.getMaxY() - BOX_LINE);
    hole.lineTo(outer.getMaxX() - BOX_LINE, outer.getMaxY() - BOX_LINE);
    hole.lineTo(outer.getMaxX() - BOX_LINE, outer.getMinY() + BOX_LINE);
    hole.closePath();
    return hole;
  }
}
