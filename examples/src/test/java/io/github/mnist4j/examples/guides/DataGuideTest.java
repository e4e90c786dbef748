package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.datasets.Idx;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGuideTest {
  @TempDir private Path folder;

  private static Model classifier() {
    return Sequential.of(Flatten(), Dense(10))
        .compile(
            CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
                .seed(1));
  }

  private static FitOptions once() {
    return epochs(1).verbose(Verbosity.SILENT);
  }

  @Test
  void arrays() {
    float[] pixels = new float[4 * 28 * 28];
    // #region arrays
    Tensor x = Tensor.of(Shape.of(4, 28, 28, 1), pixels); // row-major: one image after the other
    Dataset data = Dataset.of(x, 5, 0, 4, 1); // and one class number an image
    // #endregion arrays
    assertThat(data.size()).isEqualTo(4);
    assertThat(data.xShape()).isEqualTo(Shape.of(28, 28, 1));
    assertThat(data.yShape()).isEqualTo(Shape.scalar());

    // #region numbers
    Tensor rooms = Tensor.of(Shape.of(3, 1), 2, 3, 5);
    Tensor prices = Tensor.of(Shape.of(3, 1), 0.9f, 1.4f, 2.4f);
    try (Model model = Sequential.of(Dense(1)).compile(adam(0.1), meanSquaredError())) {
      model.fit(Dataset.of(rooms, prices), epochs(300).verbose(0));
      float price = model.predict(Tensor.of(Shape.of(1, 1), 4)).data()[0]; // about 1.9
      // #endregion numbers
      assertThat(price).isBetween(1.7f, 2.1f);
    }
  }

  @Test
  void bytes() {
    byte[] pixels = new byte[2 * 32 * 32 * 3];
    byte[] labels = {7, 1};
    // #region bytes
    ImageDataset data = ImageDataset.of(pixels, Shape.of(32, 32, 3), labels);
    // #endregion bytes
    assertThat(data.xShape()).isEqualTo(Shape.of(32, 32, 3));
    assertThat(data.labels()).containsExactly(7, 1);
  }

  // #region folder
  /** Reads {@code folder/cat/*.png} as class 0, {@code folder/dog/*.png} as class 1, … */
  static ImageDataset ofFolder(Path folder, int height, int width) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    List<Path> classes = list(folder); // in the order of their names
    for (Path name : classes) {
      for (Path file : list(name)) {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null || picture.getHeight() != height || picture.getWidth() != width) {
          throw new IOException(file + " is no picture of " + width + " x " + height + " pixels");
        }
        for (int i = 0; i < height * width; i++) {
          int rgb = picture.getRGB(i % width, i / width); // of grey files: getRaster().getSample
          pixels.write(rgb >> 16); // red, green, blue: channels last
          pixels.write(rgb >> 8);
          pixels.write(rgb);
        }
        labels.write(classes.indexOf(name));
      }
    }
    return ImageDataset.of(pixels.toByteArray(), Shape.of(height, width, 3), labels.toByteArray());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  // #endregion folder

  @Test
  void a_folder_of_pictures() throws IOException {
    for (String file : new String[] {"cat/1.png", "cat/2.png", "dog/1.png"}) {
      BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(2, 1, file.startsWith("cat") ? 0xff8040 : 0x0000ff);
      Files.createDirectories(folder.resolve(file).getParent());
      ImageIO.write(picture, "png", folder.resolve(file).toFile());
    }
    ImageDataset data = ofFolder(folder, 2, 3);
    assertThat(data.labels()).containsExactly(0, 0, 1);
    assertThat(data.image(1).rows(1, 2).data()).containsExactly(0, 0, 0, 0, 0, 0, 255, 128, 64);
    assertThat(data.image(2).at(1, 2, 2)).isEqualTo(255);
  }

  @Test
  void numpy() {
    Path xFile = folder.resolve("x.npy");
    Path yFile = folder.resolve("y.npy");
    Npy.write(xFile, Tensor.zeros(Shape.of(4, 28, 28)));
    Npy.write(yFile, Tensor.of(Shape.of(4), 5, 0, 4, 1));
    // #region numpy
    Dataset data = Dataset.of(Npy.read(xFile), Npy.read(yFile));
    // #endregion numpy
    try (Model model = classifier()) {
      model.fit(data, once());
      assertThat(model.architecture().inputShape()).contains(Shape.of(28, 28));
    }
  }

  @Test
  void idx() {
    Path images = folder.resolve("images.idx.gz");
    Path labels = folder.resolve("labels.idx.gz");
    Idx.of(Shape.of(2, 28, 28), new byte[2 * 784]).write(images);
    Idx.of(Shape.of(2), new byte[] {3, 25}).write(labels);
    // #region idx
    ImageDataset letters =
        ImageDataset.of(Idx.read(images).bytes(), Shape.of(28, 28), Idx.read(labels).bytes());
    // #endregion idx
    assertThat(letters.labels()).containsExactly(3, 25);
  }

  @Test
  void generate() {
    // #region generate
    Dataset squares =
        Dataset.generate(
            1000,
            Shape.of(28, 28, 1),
            Shape.scalar(),
            (row, x, y) -> {
              Random random = new Random(row); // the same picture each time this row is asked for
              int size = 3 + random.nextInt(10);
              int corner = random.nextInt(28 - size);
              for (int i = corner; i < corner + size; i++) {
                Arrays.fill(x, i * 28 + corner, i * 28 + corner + size, 1);
              }
              y[0] = size < 8 ? 0 : 1; // small or large?
            });
    // #endregion generate
    assertThat(squares.x()).isEqualTo(squares.x());
    try (Model model = classifier()) {
      model.fit(squares, epochs(3).verbose(Verbosity.SILENT));
      assertThat(model.evaluate(squares, 100, Verbosity.SILENT).accuracy()).isGreaterThan(0.8);
    }
  }

  @Test
  void views() {
    Dataset data =
        Dataset.generate(1000, Shape.of(28, 28), Shape.scalar(), (row, x, y) -> x[0] = row);
    // #region views
    Dataset mixed = data.shuffled(42); // the same order for the same seed
    Dataset train = mixed.range(0, 800);
    Dataset validation = mixed.range(800, 900);
    Dataset test = mixed.range(900, 1000);
    Dataset few = train.take(100);
    Dataset some = train.rows(3, 1, 4);
    Dataset small = data.scaled(1 / 255.0); // pixels of 0..255 become 0..1
    Dataset withChannel = data.reshaped(Shape.of(28, 28, 1));
    Dataset oneHot = data.oneHot(10); // class 3 becomes 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    // #endregion views
    assertThat(train.size() + validation.size() + test.size()).isEqualTo(1000);
    assertThat(few.size() + some.size()).isEqualTo(103);
    assertThat(small.range(510, 511).x().data()[0]).isEqualTo(2);
    assertThat(withChannel.xShape()).isEqualTo(Shape.of(28, 28, 1));
    assertThat(oneHot.yShape()).isEqualTo(Shape.of(10));
    assertThat(mixed.x()).isEqualTo(data.shuffled(42).x()).isNotEqualTo(data.x());
  }

  @Test
  void validation() {
    Dataset data = Mnist.load().train().take(500);
    try (Model model = classifier()) {
      // #region validation
      History history =
          model.fit(data.shuffled(1), epochs(3).validationSplit(0.2).verbose(Verbosity.SILENT));
      double accuracy = history.last("val_accuracy"); // of the last 100 samples of 500
      // #endregion validation
      assertThat(accuracy).isGreaterThan(0.3);

      Throwable thrown = catchThrowable(() -> model.fit(data.take(3), once().validationSplit(0.9)));
      Pages.assertShown("data.md", thrown.getMessage());
    }
  }

  @Test
  void labels_are_checked() {
    int[] labels = new int[32];
    labels[17] = 10;
    Dataset data = Dataset.of(Tensor.zeros(Shape.of(32, 28, 28)), labels);
    assertRefusedAsShown(data);
  }

  @Test
  void numbers_are_checked() {
    Tensor x = Tensor.zeros(Shape.of(32, 28, 28));
    x.data()[5 * 784] = Float.NaN;
    assertRefusedAsShown(Dataset.of(x, new int[32]));
  }

  @Test
  void shapes_are_checked() {
    assertRefusedAsShown(Dataset.of(Tensor.zeros(Shape.of(32, 784)), new int[32]));
  }

  private static void assertRefusedAsShown(Dataset data) {
    try (Model model =
        Sequential.of(Input(28, 28, 1), Flatten(), Dense(10))
            .compile("adam", "sparse_categorical_crossentropy")) {
      Pages.assertShown("data.md", catchThrowable(() -> model.fit(data, once())).getMessage());
    }
  }

  @Test
  void rows_are_counted() {
    Tensor x = Tensor.zeros(Shape.of(60_000, 1));
    Throwable thrown = catchThrowable(() -> Dataset.of(x, new int[10_000]));
    Pages.assertShown("data.md", thrown.getMessage());
  }

  @Test
  void weights() {
    Dataset data = Mnist.load().train().take(64);
    float[] weights = new float[64];
    Arrays.fill(weights, 1);
    try (Model model = classifier()) {
      // #region class-weights
      model.fit(data, epochs(2).verbose(0).classWeight(Map.of(8, 2.0, 1, 0.5)));
      // #endregion class-weights
      // #region sample-weights
      weights[3] = 0; // this one's label is doubtful
      model.fit(data.weighted(weights), epochs(2).verbose(0));
      // #endregion sample-weights

      Throwable twice =
          catchThrowable(
              () -> model.fit(data.weighted(weights), once().classWeight(Map.of(8, 2.0))));
      Pages.assertShown("data.md", twice.getMessage());
    }
  }
}
