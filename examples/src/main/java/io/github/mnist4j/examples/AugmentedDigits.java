package io.github.mnist4j.examples;

import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.contrast;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.erasing;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.plot.Plots;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows what augmentation makes of digits: a row for each kind, with the digit as it is and then as
 * each of nine epochs sees it. Writes {@code augmented.png}; a second. One argument, the folder to
 * write to; {@code out/augmented} where it is missing.
 *
 * <p>To train on them, give the augmented set to {@code fit}: {@code model.fit(train.augmented(42,
 * rotation(0.03)), epochs(10))}.
 */
public final class AugmentedDigits {
  private static final int EPOCHS = 9;
  private static final long SEED = 42;

  private AugmentedDigits() {}

  /** Draws. */
  public static void main(String... args) throws IOException {
    Path out = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "out/augmented"));
    Dataset digits = Mnist.load().train().take(100);
    Dataset oneHot = digits.oneHot(10);

    Map<String, Dataset> rows = new LinkedHashMap<>();
    rows.put("translation", digits.augmented(SEED, translation(0.15, 0.15)));
    rows.put("rotation", digits.augmented(SEED, rotation(0.08)));
    rows.put("zoom", digits.augmented(SEED, zoom(0.3, 0.3)));
    rows.put("shear", digits.augmented(SEED, shear(0.3, 0)));
    rows.put("elastic", digits.augmented(SEED, elastic(34, 4)));
    rows.put("brightness", digits.augmented(SEED, brightness(0.5)));
    rows.put("contrast", digits.augmented(SEED, contrast(0.8, 0)));
    rows.put("erasing", digits.augmented(SEED, erasing().fillValue(0.5)));
    rows.put("mixUp", oneHot.mixUp(SEED, 1));
    rows.put("cutMix", oneHot.cutMix(SEED, 1, 1));
    // Movements side by side are done at once, so that the digits stay sharp.
    rows.put(
        "together",
        digits.augmented(
            SEED,
            translation(0.07, 0.07),
            rotation(0.03),
            zoom(0.1),
            shear(0.1, 0),
            elastic(25, 4)));

    List<Tensor> images = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int digit = 0;
    for (Map.Entry<String, Dataset> row : rows.entrySet()) {
      images.add(image(digits, digit));
      labels.add(row.getKey());
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        images.add(image(row.getValue().epoch(epoch), digit));
        labels.add("" + (epoch + 1));
      }
      digit++;
    }
    // one range of values for all: brightness would not be seen otherwise
    Plots.grid(images, labels, EPOCHS + 1, 0, 1).write(out.resolve("augmented.png"));
    System.out.println(
        images.size() + " pictures: " + out.resolve("augmented.png").toAbsolutePath().normalize());
  }

  private static Tensor image(Dataset data, int row) {
    return data.rows(row).x().row(0);
  }
}
