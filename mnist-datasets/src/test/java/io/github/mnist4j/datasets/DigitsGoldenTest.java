package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** What the site's JavaScript is held against is what Java does. */
class DigitsGoldenTest {
  private static final float ROUNDED = 1e-6f;

  private static byte[] inflated(String text) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))
        .readAllBytes();
  }

  /** The pictures are those in the file, since another JDK may draw an edge otherwise. */
  private static BufferedImage picture(JsonNode golden) throws IOException {
    byte[] rgba = inflated(golden.get("rgba").asText());
    int width = golden.get("width").asInt();
    BufferedImage image =
        new BufferedImage(width, golden.get("height").asInt(), BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < rgba.length / 4; i++) {
      int rgb = (rgba[i * 4] & 255) << 16 | (rgba[i * 4 + 1] & 255) << 8 | rgba[i * 4 + 2] & 255;
      image.setRGB(i % width, i / width, (rgba[i * 4 + 3] & 255) << 24 | rgb);
    }
    return image;
  }

  @Test
  void the_files_numbers_are_what_is_made_of_its_pictures() throws IOException {
    if ("write".equals(System.getProperty("mnist4j.golden"))) {
      DigitsGolden.write();
    }
    JsonNode golden = DigitsGolden.read();
    List<String> names = new ArrayList<>();
    golden.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyElementsOf(DigitsGolden.pictures().keySet());
    for (String name : names) {
      float[] field = Digits.fromImage(picture(golden.get(name))).data();
      JsonNode expected = golden.get(name).get("field");
      assertThat(expected).hasSize(784);
      for (int i = 0; i < field.length; i++) {
        assertThat(field[i])
            .as(name + ", pixel " + i)
            .isCloseTo((float) expected.get(i).asDouble(), within(ROUNDED));
      }
    }
  }
}
