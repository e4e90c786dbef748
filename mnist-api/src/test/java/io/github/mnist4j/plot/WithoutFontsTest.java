package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks at the classes that a JVM of its own loads: AWT's fonts must not be among them. */
class WithoutFontsTest {
  /** Draws what has no letters but those of the table. */
  static final class Program {
    public static void main(String[] formats) {
      Plot plot = Plots.curves(Panel.of("Loss", "epoch", "loss").line("train", 3, 2, 1));
      int size = formats[0].equals("png") ? plot.toPng(1).length : plot.toSvg().length();
      System.out.println("drawn: " + size);
    }
  }

  private static String run(String format) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-Xlog:class+load"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Program.class.getName(), format));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("drawn: ");
    return output;
  }

  @Test
  void a_png_needs_no_font_manager() throws IOException {
    assertThat(run("png"))
        .contains("java.awt.Graphics2D ")
        .doesNotContain("FontManager", "sun.font.Font2D", "sun.font.StandardGlyphVector");
  }

  @Test
  void an_svg_does_not_touch_drawing_at_all() throws IOException {
    assertThat(run("svg")).doesNotContain("java.awt.Graphics", "java.awt.image.", "sun.awt.");
  }
}
