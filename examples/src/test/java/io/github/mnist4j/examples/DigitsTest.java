package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Idx;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a reader would, in a process and a folder of its own, on few digits. */
class DigitsTest {
  @Test
  void trains_asks_and_saves(@TempDir Path folder) throws IOException, InterruptedException {
    Mnist mnist = Mnist.load();
    Path data = Files.createDirectory(folder.resolve("data"));
    write(mnist.train().take(600), data, "train");
    write(mnist.test().take(100), data, "t10k");
    Path printed = folder.resolve("printed.txt");

    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmnist.home=" + data,
                "-cp",
                System.getProperty("java.class.path"),
                Digits.class.getName())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start()
            .waitFor();

    assertThat(printed).content().contains("Epoch 10/10", "test: accuracy ", "a 7, taken for a ");
    assertThat(exit).isZero();
    assertThat(folder.resolve("digits.keras")).isNotEmptyFile();
  }

  private static void write(ImageDataset digits, Path folder, String name) {
    int pixels = 28 * 28;
    double[] images = new double[digits.size() * pixels];
    double[] labels = new double[digits.size()];
    for (int row = 0; row < digits.size(); row++) {
      labels[row] = digits.label(row);
      float[] image = digits.image(row).data();
      for (int pixel = 0; pixel < pixels; pixel++) {
        images[row * pixels + pixel] = image[pixel];
      }
    }
    Idx.of(Idx.Type.UBYTE, Shape.of(digits.size(), 28, 28), images)
        .write(folder.resolve(name + "-images-idx3-ubyte"));
    Idx.of(Idx.Type.UBYTE, Shape.of(digits.size()), labels)
        .write(folder.resolve(name + "-labels-idx1-ubyte"));
  }
}
