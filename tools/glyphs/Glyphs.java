import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the table of letter shapes that the plots of mnist-api draw with, out of a TrueType file.
 *
 * <p>Run from the repository's root, with the DejaVuSans.ttf of DejaVu 2.37 at hand:
 *
 * <pre>
 * java tools/glyphs/Glyphs.java DejaVuSans.ttf \
 *     mnist-api/src/main/resources/io/github/mnist4j/plot/letters.txt
 * </pre>
 *
 * <p>One line a character: code point in hexadecimal, advance width, outline. The outline is an SVG
 * path with relative commands m, l, q and z; units are 1/2048 of the font size, y points down,
 * the baseline is y = 0. Needs a JDK with fonts; the table does not.
 */
final class Glyphs {
  private static final int EM = 2048;
  private static final String BEYOND_LATIN_1 = "–—‘’“”•…→−≈≠≤≥αβγεηθλμσ";

  private static final int NO_BREAK_SPACE = 0xa0;
  private static final int SOFT_HYPHEN = 0xad;

  private int x;
  private int y;
  private final StringBuilder path = new StringBuilder();

  public static void main(String[] arguments) throws Exception {
    Font font = Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont((float) EM);
    List<String> lines = new ArrayList<>();
    lines.add("# Letter shapes for plots, made by tools/glyphs/Glyphs.java; do not edit by hand.");
    lines.add("# Derived from DejaVu Sans 2.37; licence: LICENSE-letters.txt beside this file.");
    lines.add("# code point, advance width, outline (relative SVG path, y down, 2048 units an em)");
    IntStream latin1 =
        IntStream.rangeClosed(0x20, 0xff)
            .filter(c -> !Character.isISOControl(c) && c != NO_BREAK_SPACE && c != SOFT_HYPHEN);
    IntStream.concat(latin1, BEYOND_LATIN_1.codePoints())
        .sorted()
        .forEach(codePoint -> lines.add(new Glyphs().line(font, codePoint)));
    Files.writeString(Path.of(arguments[1]), String.join("\n", lines) + "\n");
  }

  private String line(Font font, int codePoint) {
    if (!font.canDisplay(codePoint)) {
      throw new IllegalArgumentException("the font has no U+" + Integer.toHexString(codePoint));
    }
    FontRenderContext context = new FontRenderContext(null, true, true);
    GlyphVector glyph = font.createGlyphVector(context, Character.toString(codePoint));
    float[] p = new float[6];
    int startX = 0;
    int startY = 0;
    for (PathIterator i = glyph.getOutline().getPathIterator(null); !i.isDone(); i.next()) {
      int type = i.currentSegment(p);
      switch (type) {
        case PathIterator.SEG_MOVETO -> {
          points('m', p, 1);
          startX = x;
          startY = y;
        }
        case PathIterator.SEG_LINETO -> points('l', p, 1);
        case PathIterator.SEG_QUADTO -> points('q', p, 2);
        case PathIterator.SEG_CUBICTO ->
            throw new IllegalArgumentException("a cubic curve: this is no TrueType outline");
        default -> {
          path.append('z');
          x = startX;
          y = startY;
        }
      }
    }
    int advance = Math.round(glyph.getGlyphMetrics(0).getAdvanceX());
    return String.format("%04x %d %s", codePoint, advance, path).strip();
  }

  private void points(char command, float[] p, int count) {
    path.append(command);
    int fromX = x;
    int fromY = y;
    for (int i = 0; i < count; i++) {
      x = Math.round(p[2 * i]);
      y = Math.round(p[2 * i + 1]);
      number(x - fromX, i == 0);
      number(y - fromY, false);
    }
  }

  private void number(int value, boolean first) {
    path.append(first || value < 0 ? "" : " ").append(value);
  }
}
