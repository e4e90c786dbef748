package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that saw an eighth of the digits reads what is drawn with strokes. */
class PredictImageTest {
  /** Of ten, in each style: so short a training may leave one digit in doubt. */
  private static final int READ = 9;

  private static final int SIDE = 280;

  @TempDir static Path out;

  @BeforeAll
  static void trains_the_first_time() throws IOException {
    String printed = run("--samples", "8000", draw(7, 20, 0xffffff, 0, 0).toString());
    assertThat(printed)
        .contains("training a network, this once: " + out.resolve("digits.keras"))
        .contains("Epoch 3/3")
        .contains("picture: " + out.resolve("7.png.prediction.png"))
        .containsPattern("7\\.png: 7, \\d+\\.\\d %")
        .containsPattern("(?m)^ +[^ ]+@{12}[^ ]+$");
    assertThat(out.resolve("7.png.prediction.png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "a hair,         1,  ffffff, 000000, 0",
    "a thin pen,     6,  ffffff, 000000, 0",
    "a pen,          16, ffffff, 202060, 0",
    "a thick pen,    32, ffffff, 000000, 0",
    "a blackboard,   14, 304030, f0f0e0, 0",
    "red on yellow,  20, ffff00, ff0000, 0",
    "a photo,        14, ffffff, 202060, 8",
    "a bad photo,    14, ffffff, 202060, 25"
  })
  void reads_what_is_drawn(String style, double pen, String paper, String ink, double noise)
      throws IOException {
    List<String> args = new ArrayList<>();
    for (int digit = 0; digit < 10; digit++) {
      args.add(
          draw(digit, pen, Integer.parseInt(paper, 16), Integer.parseInt(ink, 16), noise)
              .toString());
    }
    String printed = run(args.toArray(String[]::new));
    assertThat(printed).doesNotContain("training");
    List<MatchResult> read =
        Pattern.compile("(\\d)\\.png: (\\d), ").matcher(printed).results().toList();
    assertThat(read).hasSize(10);
    assertThat(read.stream().filter(each -> each.group(1).equals(each.group(2))).count())
        .as(style + ":\n" + printed)
        .isGreaterThanOrEqualTo(READ);
  }

  @Test
  void takes_another_model() throws IOException {
    Path model = Files.copy(out.resolve("digits.keras"), out.resolve("other.keras"));
    assertThat(run("--model", model.toString(), draw(1, 20, 0xffffff, 0, 0).toString()))
        .contains("1.png: 1, ");
  }

  @Test
  void a_bad_picture_does_not_stop_the_next() throws IOException {
    Path none = out.resolve("none.png");
    assertThat(run(none.toString(), draw(7, 20, 0xffffff, 0, 0).toString()))
        .startsWith(none + " could not be read as a picture\n")
        .contains("got:      there is no such file")
        .contains("7.png: 7, ");
  }

  @Test
  void the_arguments_are_told() {
    String options = "arguments are --model FILE --out DIR --samples N FILE…, got ";
    assertThatThrownBy(() -> PredictImage.main()).hasMessage(options + "[]");
    assertThatThrownBy(() -> PredictImage.main("--modell", "a", "b.png"))
        .hasMessage(options + "[--modell, a, b.png]");
    assertThatThrownBy(() -> PredictImage.main("a.png", "--out"))
        .hasMessage(options + "[a.png, --out]");
  }

  private static String run(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("--out", out.toString()));
    all.addAll(List.of(args));
    return Printed.by(() -> PredictImage.main(all.toArray(String[]::new)));
  }

  private static Path draw(int digit, double pen, int paper, int ink, double noise)
      throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(paper));
    g.fillRect(0, 0, SIDE, SIDE);
    g.setColor(new Color(ink));
    g.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    JsonNode strokes =
        new ObjectMapper().readTree(Path.of("../docs/tests/draw/strokes.json").toFile());
    for (JsonNode stroke : strokes.get("" + digit)) {
      Path2D path = new Path2D.Double();
      path.moveTo(
          30 + 220 * stroke.get(0).get(0).asDouble(), 30 + 220 * stroke.get(0).get(1).asDouble());
      stroke.forEach(
          point ->
              path.lineTo(30 + 220 * point.get(0).asDouble(), 30 + 220 * point.get(1).asDouble()));
      g.draw(path);
    }
    g.dispose();
    if (noise > 0) {
      photograph(image, noise, new Random(digit));
    }
    Path file = out.resolve(digit + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Grey paper, bright at the left and half as bright at the right. */
  private static void photograph(BufferedImage image, double noise, Random random) {
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        for (int channel = 0; channel < 3; channel++) {
          double light = 0.9 - 0.45 * x / SIDE;
          double value =
              image.getRaster().getSample(x, y, channel) * light + noise * random.nextGaussian();
          image.getRaster().setSample(x, y, channel, (int) Math.max(0, Math.min(255, value)));
        }
      }
    }
  }
}
