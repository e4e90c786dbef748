package io.github.mnist4j.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures and what {@link Digits} makes of them, for the site's page to draw on, which does the
 * same in JavaScript: {@code docs/tests/draw/golden.json}. To write it anew:
 *
 * <pre>
 * mvn test -pl mnist-api,mnist-data,mnist-datasets -Dtest=DigitsGoldenTest \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dmnist4j.golden=write
 * </pre>
 */
final class DigitsGolden {
  static final Path FILE = Path.of("../docs/tests/draw/golden.json");
  private static final double DIGITS = 1e7;

  private DigitsGolden() {}

  static void write() throws IOException {
    // one line a picture, so that a change can be read
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<String, BufferedImage> each : pictures().entrySet()) {
      text.append(text.length() > 1 ? ",\n\"" : "\n\"").append(each.getKey()).append("\": ");
      text.append(golden(each.getValue()));
    }
    Files.writeString(FILE, text.append("\n}\n"));
  }

  static JsonNode read() throws IOException {
    return new ObjectMapper().readTree(Files.readString(FILE));
  }

  /** Returns drawings and photos of all that the search for ink has to do with. */
  static Map<String, BufferedImage> pictures() {
    Drawing plain = Drawing.plain();
    Map<String, BufferedImage> pictures = new LinkedHashMap<>();
    for (int digit = 0; digit < 10; digit++) {
      pictures.put("drawn " + digit, plain.of(digit));
    }
    Color clear = new Color(0, 0, 0, 0);
    pictures.put("a hair", plain.pen(1).of(2));
    pictures.put("white on black", plain.colours(Color.BLACK, Color.WHITE).of(4));
    pictures.put("blue on green", plain.colours(new Color(60, 180, 60), Color.BLUE).of(6));
    pictures.put("yellow on nothing", plain.colours(clear, Color.YELLOW).of(8));
    pictures.put("made smaller", plain.canvas(701, 500).at(330, 120, 330).pen(23).of(5));
    pictures.put("very small", plain.canvas(31, 28).at(3, 2, 24).pen(2.5).of(3));
    BufferedImage small = plain.canvas(96, 80).at(12, 6, 66).pen(6).of(9);
    pictures.put("a photo", Drawing.photo(small, 0.5, 0.04, 1));
    pictures.put("a bad photo", Drawing.photo(small, 0.4, 0.12, 2));
    BufferedImage sheet = plain.pen(14).of(7);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.DARK_GRAY);
    g.fillRect(0, 270, 280, 3);
    g.fillOval(20, 20, 5, 5);
    g.dispose();
    pictures.put("a line and a speck", sheet);
    return pictures;
  }

  static ObjectNode golden(BufferedImage image) throws IOException {
    ObjectNode golden = new ObjectMapper().createObjectNode();
    golden.put("width", image.getWidth());
    golden.put("height", image.getHeight());
    golden.put("rgba", deflated(rgba(image)));
    ArrayNode field = golden.putArray("field");
    for (float value : Digits.fromImage(image).data()) {
      double rounded = Math.round(value * DIGITS) / DIGITS;
      if (rounded == Math.rint(rounded)) {
        field.add((int) rounded);
      } else {
        field.add(rounded);
      }
    }
    return golden;
  }

  /** Returns the bytes as a browser's ImageData has them. */
  static byte[] rgba(BufferedImage image) {
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] rgba = new byte[argb.length * 4];
    for (int i = 0; i < argb.length; i++) {
      rgba[i * 4] = (byte) (argb[i] >> 16);
      rgba[i * 4 + 1] = (byte) (argb[i] >> 8);
      rgba[i * 4 + 2] = (byte) argb[i];
      rgba[i * 4 + 3] = (byte) (argb[i] >> 24);
    }
    return rgba;
  }

  private static String deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
