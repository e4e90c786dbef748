package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
  private static final int MARGIN = 12;
  private static final int HALF = 56; // of an image alone in its row

  private static Tensor square(float... values) {
    return Tensor.of(Shape.of(2, 2), values);
  }

  /** Returns the colours of an image's four pixels, each in its middle. */
  private static List<String> quarters(Plot plot) {
    BufferedImage image = plot.toImage(1);
    int near = MARGIN + HALF / 2;
    int far = near + HALF;
    return List.of(
        hex(image, near, near), hex(image, far, near), hex(image, near, far), hex(image, far, far));
  }

  private static String hex(BufferedImage image, int x, int y) {
    return String.format("%06x", image.getRGB(x, y) & 0xffffff);
  }

  @Test
  void zero_is_white_and_the_maximum_black() {
    assertThat(quarters(Plots.grid(List.of(square(0, 51, 102, 255)), List.of(), 1)))
        .containsExactly("ffffff", "cccccc", "999999", "000000");
    assertThat(quarters(Plots.grid(List.of(square(0, 0.2f, 0.4f, 1)), List.of(), 1)))
        .containsExactly("ffffff", "cccccc", "999999", "000000");
  }

  @Test
  void a_range_is_kept_and_cuts_what_is_beyond() {
    assertThat(quarters(Plots.grid(List.of(square(-2, -1, 1, Float.NaN)), List.of(), 1, -1, 1)))
        .containsExactly("ffffff", "ffffff", "000000", "ffffff");
  }

  @Test
  void three_channels_are_red_green_and_blue() {
    Tensor colored = Tensor.of(Shape.of(2, 2, 3), 255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 102, 204);
    assertThat(quarters(Plots.grid(List.of(colored), List.of(), 1)))
        .containsExactly("ff0000", "00ff00", "0000ff", "3366cc");
  }

  @Test
  void an_image_alone_has_nothing_round_it() {
    Plot plot = Plots.image(square(0, 51, 102, 255));
    assertThat(plot).hasToString("Plot '1 image', 112 × 112");
    BufferedImage image = plot.toImage(1);
    assertThat(
            List.of(hex(image, 0, 0), hex(image, 111, 0), hex(image, 0, 111), hex(image, 111, 111)))
        .containsExactly("ffffff", "cccccc", "999999", "000000");
    assertThat(SvgDocument.of(plot).elements("image")).hasSize(1);
    assertThatThrownBy(() -> Plots.image(Tensor.zeros(Shape.of(4))))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void pixels_have_sharp_edges_and_the_image_a_grey_frame() {
    BufferedImage image = Plots.grid(List.of(square(0, 1, 0, 1)), List.of(), 1).toImage(2);
    int edge = 2 * (MARGIN + HALF);
    assertThat(hex(image, edge - 1, edge)).isEqualTo("ffffff");
    assertThat(hex(image, edge, edge)).isEqualTo("000000");
    assertThat(hex(image, 2 * MARGIN - 1, edge)).isEqualTo("8c8c8c");
    assertThat(hex(image, 2 * MARGIN - 2, edge)).isEqualTo("ffffff");
  }

  @Test
  void twenty_images_in_ten_columns_make_two_rows_with_labels() {
    List<Tensor> images = Collections.nCopies(20, Tensor.zeros(Shape.of(28, 28, 1)));
    Plot plot = Plots.grid(images, Collections.nCopies(20, "7"), 10);
    SvgDocument svg = SvgDocument.of(plot);
    assertThat(svg.texts("text")).hasSize(20).containsOnly("7");
    assertThat(svg.elements("image", "width", "56")).hasSize(20);
    assertThat(svg.elements("image", "y", "12")).hasSize(10);
    assertThat(svg.texts("desc").get(0)).startsWith("20 images in 2 rows of 10, labelled 7, 7");
  }

  @Test
  void a_label_that_is_too_long_is_cut() {
    Plot plot = Plots.grid(List.of(square(0, 0, 0, 0)), List.of("a label of a mile's length"), 1);
    assertThat(SvgDocument.of(plot).texts("text")).containsExactly("a label of a mile's l…");
  }

  @Test
  void what_is_no_image_or_not_labelled_is_an_error() {
    Tensor batch = Tensor.zeros(Shape.of(1, 28, 28, 1));
    assertThatThrownBy(() -> Plots.grid(List.of(batch), List.of(), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            this tensor cannot be shown as an image
              expected: (height, width), (height, width, 1) or, for colours, (height, width, 3)
              got:      (1, 28, 28, 1)
              fix:      take one image of a batch with row(i), or reshape it
              see:      https://mnist4j.github.io/troubleshooting#image-shape""");
    assertThatThrownBy(() -> Plots.grid(List.of(square(0, 0, 0, 0)), List.of("1", "2"), 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            Plots.grid: images and labels are not of the same number
              expected: 1 labels, or an empty list for none
              got:      2 labels
              see:      https://mnist4j.github.io/troubleshooting#plot-values""");
  }
}
