package io.github.mnist4j.examples;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes a model from the world: loads a file that Python's Keras, TF.js or this library wrote
 * ({@code .keras}, {@code .h5}, {@code model.json}), prints its summary, lets it predict what is in
 * a NumPy file, and writes that as another. Three arguments: {@code FILE X.npy OUT.npy}. A second.
 */
public final class ImportModel {
  private ImportModel() {}

  /** Loads, prints, predicts, writes. */
  public static void main(String... args) {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "arguments are FILE X.npy OUT.npy, got " + Arrays.toString(args));
    }
    // #region load
    try (Model model = Models.loadUncompiled(Path.of(args[0]))) {
      System.out.print(model.summary());
      Tensor x = Npy.read(Path.of(args[1]));
      Tensor y = model.predict(x);
      Npy.write(Path.of(args[2]), y);
      System.out.println("predicted " + y.shape() + " of " + x.shape() + ": " + args[2]);
    }
    // #endregion load
  }
}
