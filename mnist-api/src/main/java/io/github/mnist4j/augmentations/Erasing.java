package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Erases a rectangle of some images, as Keras' {@code RandomErasing}: with a probability that is
 * drawn from {@code factor} (so that of 0 to 1, half of the images are meant), a rectangle whose
 * width and height are the image's times the square roots of two numbers drawn from {@code scale}.
 *
 * <pre>{@code erasing().fillValue(0.0)}</pre>
 *
 * @param factor the probability, from 0 to 1
 * @param scale from 0 to 1
 * @param fillValue what the rectangle is filled with, or {@code null} for normal noise times the
 *     highest value; brought into the range of values
 * @param valueRange the range of values that the images have
 */
public record Erasing(Range factor, Range scale, @Nullable Double fillValue, Range valueRange)
    implements Augmentation {
  /** Checks the ranges. */
  public Erasing {
    Check.notNull(factor, "Erasing", "factor").within(0, 1, "Erasing", "factor");
    Check.notNull(scale, "Erasing", "scale").within(0, 1, "Erasing", "scale");
    if (fillValue != null) {
      Check.finite(fillValue, "Erasing", "fillValue");
    }
    Check.notNull(valueRange, "Erasing", "valueRange");
  }

  /** Returns the same augmentation that fills with one value. */
  public Erasing fillValue(@Nullable Double fillValue) {
    return new Erasing(factor, scale, fillValue, valueRange);
  }

  /** Returns the same augmentation for images of other values, such as 0 to 255. */
  public Erasing valueRange(double lower, double upper) {
    return new Erasing(factor, scale, fillValue, new Range(lower, upper));
  }

  void apply(RandomStream random, float[] image, int at, int height, int width, int channels) {
    if (random.uniformDouble(0) >= factor.at(random.uniformDouble(1))) {
      return;
    }
    double across = width * Math.sqrt(scale.at(random.uniformDouble(2)));
    double down = height * Math.sqrt(scale.at(random.uniformDouble(3)));
    double left = random.uniformDouble(4) * (width - across);
    double top = random.uniformDouble(5) * (height - down);
    Box box = Box.of(left, left + across, top, top + down);
    RandomStream noise = random.split("noise");
    for (int y = box.top(); y < box.bottom(); y++) {
      int start = at + y * width * channels;
      for (int i = start + box.left() * channels; i < start + box.right() * channels; i++) {
        double filled = fillValue == null ? noise.normal(i - at) * valueRange.upper() : fillValue;
        image[i] = Values.clip((float) filled, valueRange);
      }
    }
  }
}
