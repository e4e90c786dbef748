package io.github.mnist4j.plot;

import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Letter shapes out of a table, so that a text looks the same everywhere and needs no fonts: a bare
 * server has none, and AWT then throws where a text is measured.
 */
final class Letters {
  /** Units of the table in one em. */
  static final int EM = 2048;

  private static final double UNKNOWN_WIDTH = 0.6;
  private static final double IDEOGRAPH_WIDTH = 1;
  private static final int FIRST_IDEOGRAPH = 0x2e80;

  private Letters() {}

  /** One letter's shape on the baseline y = 0, y down, and how far the next one is. */
  record Letter(int advance, Path2D outline) {}

  /** Returns a letter, or null where the table has none. */
  static @Nullable Letter get(int codePoint) {
    return Table.LETTERS.get(codePoint);
  }

  /** Returns a text's width: exact for what the table holds, a guess for the rest. */
  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Letters::advance).sum();
  }

  /** Returns how far the letter after this one is, in em. */
  static double advance(int codePoint) {
    Letter letter = get(codePoint);
    if (letter != null) {
      return (double) letter.advance() / EM;
    }
    return codePoint < FIRST_IDEOGRAPH ? UNKNOWN_WIDTH : IDEOGRAPH_WIDTH;
  }

  /** Returns the text, or as much of its start as fits with an ellipsis. */
  static String fit(String text, double size, double width) {
    if (width(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** Holds the table; read when the first letter is asked for. */
  private static final class Table {
    static final Map<Integer, Letter> LETTERS = read();

    private static Map<Integer, Letter> read() {
      Map<Integer, Letter> letters = new HashMap<>();
      try (InputStream in = Letters.class.getResourceAsStream("letters.txt");
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!line.startsWith("#")) {
            String[] fields = line.split(" ", 3);
            Path2D outline = parse(fields.length < 3 ? "" : fields[2]);
            letters.put(
                Integer.valueOf(fields[0], 16), new Letter(Integer.parseInt(fields[1]), outline));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return letters;
    }
  }

  /** Reads an SVG path of the relative commands m, l, q and z. */
  static Path2D parse(String path) {
    return new PathParser(path).parse();
  }

  /** Follows the pen, since all coordinates are relative to where it stands. */
  private static final class PathParser {
    private static final Pattern TOKEN = Pattern.compile("[a-z]|-?\\d+");

    private final Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Matcher tokens;
    private final double[] p = new double[4];
    private double x;
    private double y;

    PathParser(String path) {
      tokens = TOKEN.matcher(path);
    }

    Path2D parse() {
      double startX = 0;
      double startY = 0;
      for (String command = next(); command != null; command = next()) {
        switch (command) {
          case "m" -> {
            points(1);
            shape.moveTo(p[0], p[1]);
            startX = x;
            startY = y;
          }
          case "l" -> {
            points(1);
            shape.lineTo(p[0], p[1]);
          }
          case "q" -> {
            points(2);
            shape.quadTo(p[0], p[1], p[2], p[3]);
          }
          default -> {
            shape.closePath();
            x = startX;
            y = startY;
          }
        }
      }
      return shape;
    }

    private void points(int count) {
      for (int i = 0; i < count; i++) {
        p[2 * i] = x + Integer.parseInt(next());
        p[2 * i + 1] = y + Integer.parseInt(next());
      }
      x = p[2 * count - 2];
      y = p[2 * count - 1];
    }

    private @Nullable String next() {
      return tokens.find() ? tokens.group() : null;
    }
  }
}
