package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Does augmentations one after the other with images of one shape; for whoever makes batches.
 *
 * <pre>{@code
 * Augmenter augmenter = new Augmenter(Shape.of(28, 28, 1), List.of(rotation(0.05)));
 * augmenter.worker().apply(RandomStream.of(42), pixels, 0);
 * }</pre>
 */
public final class Augmenter {
  private final int height;
  private final int width;
  private final int channels;

  /** {@link Movement}s, and what changes pixels where they are. */
  private final List<Object> steps = new ArrayList<>();

  private final List<Integer> numbers = new ArrayList<>();

  /**
   * Prepares what does not change from image to image.
   *
   * @param image one image's shape, {@code (height, width)} or {@code (height, width, channels)}
   * @param augmentations in their order
   * @throws io.github.mnist4j.errors.ShapeException if that is not the shape of an image
   */
  public Augmenter(Shape image, List<Augmentation> augmentations) {
    requireImage(image);
    height = image.dim(0);
    width = image.dim(1);
    channels = image.rank() == 2 ? 1 : image.dim(2);
    Movement movement = null;
    for (int i = 0; i < augmentations.size(); i++) {
      Augmentation next = Check.notNull(augmentations.get(i), "augmented", "an augmentation");
      if (!(next instanceof Geometric<?> part)) {
        movement = null;
        add(next, i);
      } else if (movement == null || !movement.add(part)) {
        movement = new Movement(height, width, channels, part.sampling(), i);
        movement.add(part);
        add(movement, i);
      }
    }
  }

  private void add(Object step, int number) {
    steps.add(step);
    numbers.add(number);
  }

  /**
   * Requires {@code (height, width)} or {@code (height, width, channels)}.
   *
   * @throws io.github.mnist4j.errors.ShapeException if the shape has not two or three axes
   */
  public static void requireImage(Shape image) {
    if (image.rank() < 2 || image.rank() > 3) {
      throw Problem.of("only images can be augmented")
          .expected("samples of shape (height, width) or (height, width, channels)")
          .got("samples of shape " + image)
          .fix("say how the numbers are laid out, .reshaped(Shape.of(28, 28, 1))")
          .see("image-shape")
          .asShapeException();
    }
  }

  /** Returns arrays to work in, for one thread at a time; to be used again and again. */
  public Worker worker() {
    return new Worker();
  }

  /** Arrays to work in, for one thread at a time. */
  public final class Worker {
    private final List<Movement.Work> works = new ArrayList<>();

    private Worker() {
      for (Object step : steps) {
        if (step instanceof Movement movement) {
          works.add(movement.new Work());
        }
      }
    }

    /**
     * Changes an image where it lies.
     *
     * @param random the image's random numbers; the same give the same image
     * @param images the image, row-major, from {@code at}
     */
    public void apply(RandomStream random, float[] images, int at) {
      apply(new RandomStream[] {random}, images, at);
    }

    /**
     * Changes images where they lie, each as if it were alone; many at once take less time.
     *
     * @param randoms each image's random numbers
     * @param images as many images, row-major, one behind the other from {@code at}
     */
    public void apply(RandomStream[] randoms, float[] images, int at) {
      int moved = 0;
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) instanceof Movement) {
          works.get(moved++).run(randoms, images, at);
        } else {
          change(i, randoms, images, at);
        }
      }
    }

    private void change(int i, RandomStream[] randoms, float[] images, int first) {
      int size = height * width * channels;
      int at = first;
      for (RandomStream random : randoms) {
        RandomStream own = random.split(numbers.get(i));
        if (steps.get(i) instanceof Brightness brightness) {
          brightness.apply(own, images, at, size);
        } else if (steps.get(i) instanceof Contrast contrast) {
          contrast.apply(own, images, at, height * width, channels);
        } else {
          ((Erasing) steps.get(i)).apply(own, images, at, height, width, channels);
        }
        at += size;
      }
    }
  }
}
