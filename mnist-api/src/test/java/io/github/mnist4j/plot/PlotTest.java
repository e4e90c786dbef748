package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
  private final Plot plot =
      Plots.grid(List.of(Tensor.of(Shape.of(2, 2), 0, 1, 2, 3)), List.of("four"), 1);

  @TempDir Path folder;

  @Test
  void a_png_has_two_pixels_a_unit_and_its_folders_are_made() throws IOException {
    Path file = folder.resolve("a/b/digits.PNG");
    plot.write(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * plot.width());
    assertThat(image.getHeight()).isEqualTo(2 * plot.height());
  }

  @Test
  void an_svg_replaces_what_is_there_and_leaves_no_other_file() throws IOException {
    Path file = Files.writeString(folder.resolve("digits.svg"), "old");
    plot.write(file);
    assertThat(file).hasContent(plot.toSvg());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void another_ending_is_an_error_that_says_which_there_are() {
    assertThatThrownBy(() -> plot.write(Path.of("digits.jpg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a plot's file name does not say its format
              expected: a name that ends in .png or .svg
              got:      digits.jpg
              see:      https://mnist4j.github.io/troubleshooting#plot-file""");
  }

  @Test
  void a_file_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.createDirectories(folder.resolve("full.svg/x")).getParent();
    assertThatThrownBy(() -> plot.write(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the plot " + file);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_scale_must_be_positive_and_not_too_large() {
    assertThatThrownBy(() -> plot.toPng(0))
        .hasMessage("Plot: scale must be positive and finite, got 0.0");
    assertThatThrownBy(() -> plot.toImage(1000))
        .hasMessage(
            """
            a plot would become too large
              expected: at most 200 million pixels
              got:      136 × 153 at scale 1000.0
              fix:      take a smaller scale, fewer images or an .svg file
              see:      https://mnist4j.github.io/troubleshooting#plot-size""");
  }

  @Test
  void the_same_plot_gives_the_same_bytes() {
    assertThat(plot.toPng(1.5)).isEqualTo(plot.toPng(1.5));
    assertThat(plot.toSvg()).isEqualTo(plot.toSvg());
  }

  @Test
  void a_plot_prints_its_title_and_size() {
    assertThat(plot).hasToString("Plot '1 image', 136 × 153");
  }
}
