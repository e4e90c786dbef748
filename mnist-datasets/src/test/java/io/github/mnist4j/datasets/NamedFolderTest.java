package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFolderTest {
  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void files_may_be_plain_or_zipped_or_have_a_dot() {
    Fixture.write(folder.resolve("train-images-idx3-ubyte"), fixture.trainImages);
    Fixture.write(folder.resolve("train-labels-idx1-ubyte.gz"), Fixture.zip(fixture.trainLabels));
    Fixture.write(folder.resolve("t10k-images.idx3-ubyte"), fixture.testImages);
    Fixture.write(folder.resolve("t10k-labels.idx1-ubyte.gz"), Fixture.zip(fixture.testLabels));

    Mnist mnist = load();

    assertThat(mnist.train().imagesShape()).isEqualTo(Shape.of(40, 28, 28));
    assertThat(mnist.test().label(7)).isEqualTo(7);
    assertThat(fixture.said()).isEmpty();
  }

  @Test
  void another_data_set_in_the_same_form_is_loaded_and_told_of() {
    writeOther(3);

    assertThat(load().test().imagesShape()).isEqualTo(Shape.of(3, 28, 28));
    assertThat(fixture.said())
        .containsExactly(
            "the files in " + folder + " are not MNIST's own; they are read as they are");
  }

  @Test
  void a_missing_file_is_an_error_that_says_what_is_there() throws IOException {
    fixture.writeAll(folder, true);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));

    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            the folder named by -Dmnist.home does not hold MNIST's files: %s
              expected: train-images-idx3-ubyte, train-labels-idx1-ubyte, \
            t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, each as it is or with .gz
              got:      no t10k-labels-idx1-ubyte; the folder holds \
            t10k-images-idx3-ubyte.gz, train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz
              fix:      put the missing files there, or name no folder: Mnist.load() then finds \
            its own
              see:      https://mnist4j.github.io/troubleshooting#mnist-files-missing"""
                .formatted(folder));
  }

  @Test
  void a_folder_that_is_none_is_called_so() {
    assertThatThrownBy(this::load).hasMessageContaining("; the folder is empty\n");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> new NamedFolder(none, "x").load(fixture.set, fixture.progress))
        .hasMessageContaining("; there is no such folder\n");
    Fixture.write(none, new byte[0]);
    assertThatThrownBy(() -> new NamedFolder(none, "x").load(fixture.set, fixture.progress))
        .hasMessageContaining("; this is no folder\n");
  }

  @Test
  void a_damaged_file_among_right_ones_is_an_error() {
    fixture.writeAll(folder, false);
    byte[] damaged = fixture.testImages.clone();
    damaged[1000] ^= 1;
    Fixture.write(folder.resolve("t10k-images-idx3-ubyte"), damaged);

    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            some files are MNIST's and some are not: %s
              expected: all four with MNIST's checksums, or none where this is another data set
              got:      not MNIST's: t10k-images-idx3-ubyte with %s
              fix:      copy these anew; to change data on purpose use Idx.read and \
            ImageDataset.of
              see:      https://mnist4j.github.io/troubleshooting#mnist-files-mixed"""
                .formatted(folder, Fixture.file("x", damaged).sha256()));
  }

  @Test
  void labels_beyond_nine_are_refused() {
    writeOther(3);
    Fixture.write(
        folder.resolve("t10k-labels-idx1-ubyte"),
        Fixture.bytes(Idx.of(Shape.of(3), new byte[] {0, 26, 1})));

    assertThatThrownBy(this::load)
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            t10k-labels-idx1-ubyte holds a label that is no digit
              expected: labels from 0 to 9
              got:      label 26 in row 1
              fix:      for data of other classes use Idx.read and ImageDataset.of
              see:      https://mnist4j.github.io/troubleshooting#mnist-labels""");
  }

  @Test
  void images_and_labels_must_be_as_many_and_not_swapped() {
    writeOther(3);
    Fixture.write(folder.resolve("t10k-labels-idx1-ubyte"), Fixture.labels(4));
    assertThatThrownBy(this::load)
        .hasMessageContaining("images of shape (3, 28, 28), labels of shape (4,)");

    Fixture.write(folder.resolve("t10k-labels-idx1-ubyte"), Fixture.images(3, 1));
    assertThatThrownBy(this::load)
        .hasMessage(
            """
            t10k-labels-idx1-ubyte does not hold what its name says
              expected: UBYTE (count,), not empty
              got:      UBYTE (3, 28, 28)
              fix:      check that no two files were swapped; Idx.read reads arrays of any kind
              see:      https://mnist4j.github.io/troubleshooting#mnist-files-shape""");
  }

  private void writeOther(int count) {
    for (String part : new String[] {"train", "t10k"}) {
      Fixture.write(folder.resolve(part + "-images-idx3-ubyte"), Fixture.images(count, 7));
      Fixture.write(folder.resolve(part + "-labels-idx1-ubyte"), Fixture.labels(count));
    }
  }

  private Mnist load() {
    return new NamedFolder(folder, "-Dmnist.home").load(fixture.set, fixture.progress);
  }
}
