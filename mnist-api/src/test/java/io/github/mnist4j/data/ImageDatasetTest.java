package io.github.mnist4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImageDatasetTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private final ImageDataset images =
      ImageDataset.of(
          new byte[] {0, (byte) 255, 51, 102, 1, 2, 3, 4, 10, 20, 30, 40},
          Shape.of(2, 2),
          new byte[] {7, (byte) 200, 9});

  @Test
  void grey_images_get_a_channel() {
    assertThat(images.imagesShape()).isEqualTo(Shape.of(3, 2, 2));
    assertThat(images.labelsShape()).isEqualTo(Shape.of(3));
    assertThat(images.xShape()).isEqualTo(Shape.of(2, 2, 1));
    assertThat(images.yShape()).isEqualTo(Shape.scalar());
  }

  @Test
  void pixels_are_unsigned_and_scaled_to_one() {
    assertThat(images.take(1).x().data())
        .containsExactly(new float[] {0, 1, 0.2f, 0.4f}, Offset.offset(1e-7f));
    assertThat(images.unscaled().take(1).x().data()).containsExactly(0, 255, 51, 102);
  }

  @Test
  void labels_are_unsigned() {
    assertThat(images.labels()).containsExactly(7, 200, 9);
    assertThat(images.label(1)).isEqualTo(200);
    assertThat(images.y().data()).containsExactly(7, 200, 9);
  }

  @Test
  void an_image_is_shown_as_it_is_stored() {
    assertThat(images.image(0)).isEqualTo(Tensor.of(Shape.of(2, 2), 0, 255, 51, 102));
  }

  @Test
  void a_range_counts_from_its_own_start() {
    ImageDataset last = images.unscaled().range(1, 3).range(1, 2);
    assertThat(last.size()).isEqualTo(1);
    assertThat(last.label(0)).isEqualTo(9);
    assertThat(last.x().data()).containsExactly(10, 20, 30, 40);
    assertThatThrownBy(() -> last.label(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> last.image(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.range(2, 4)).isInstanceOf(DataException.class);
  }

  @Test
  void coloured_images_keep_their_channels() {
    ImageDataset coloured = ImageDataset.of(new byte[6], Shape.of(1, 2, 3), new byte[1]);
    assertThat(coloured.xShape()).isEqualTo(Shape.of(1, 2, 3));
  }

  @Test
  void an_image_has_two_or_three_axes() {
    assertThatThrownBy(() -> ImageDataset.of(new byte[4], Shape.of(4), new byte[1]))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "an image has the wrong number of axes\n"
                + "  expected: (height, width) or (height, width, channels)\n"
                + "  got:      (4,)"
                + SITE
                + "image-shape");
  }

  @Test
  void there_must_be_a_label_for_each_image() {
    assertThatThrownBy(() -> ImageDataset.of(new byte[5], Shape.of(2, 2), new byte[1]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "images and labels are not of the same number\n"
                + "  expected: 1 images of shape (2, 2): 4 pixels\n"
                + "  got:      5 pixels"
                + SITE
                + "rows-differ");
  }
}
