package io.github.mnist4j.nd4j;

import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.contrast;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.erasing;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;

import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Changing a batch of 32 digits, by one thread; the least of all samples is what counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AugmentationBenchmark {
  private static final int BATCH = 32;

  /** What is done. */
  @Param({"moved", "elastic", "all", "brightness", "contrast", "erasing"})
  public String kind;

  private Augmenter.Worker worker;
  private RandomStream[] randoms;
  private float[] digits;
  private float[] x;

  /** Loads the digits. */
  @Setup
  public void load() {
    worker = new Augmenter(Shape.of(28, 28, 1), augmentations(kind)).worker();
    randoms = new RandomStream[BATCH];
    Arrays.setAll(randoms, RandomStream::of);
    digits = new float[BATCH * 784];
    int[] rows = IntStream.range(0, BATCH).toArray();
    Mnist.load().train().fill(rows, 0, BATCH, digits, new float[BATCH]);
    x = new float[digits.length];
  }

  private static List<Augmentation> augmentations(String kind) {
    return switch (kind) {
      case "moved" -> List.of(translation(0.1, 0.1), rotation(0.03), zoom(0.1));
      case "elastic" -> List.of(elastic(34, 4));
      case "all" -> List.of(translation(0.1, 0.1), rotation(0.03), zoom(0.1), elastic(34, 4));
      case "brightness" -> List.of(brightness(0.2));
      case "contrast" -> List.of(contrast(0.2));
      default -> List.of(erasing());
    };
  }

  /** The same batch again. */
  @Benchmark
  public float[] change() {
    System.arraycopy(digits, 0, x, 0, x.length);
    worker.apply(randoms, x, 0);
    return x;
  }
}
