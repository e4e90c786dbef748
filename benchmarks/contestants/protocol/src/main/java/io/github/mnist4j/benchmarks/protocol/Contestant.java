package io.github.mnist4j.benchmarks.protocol;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A framework that takes part: the tutorial's network, to be trained and asked in its own way.
 *
 * <p>Conv 32 3×3 relu, max-pool 2, conv 64 3×3 relu, max-pool 2, flatten, dense 64 relu, dense 10;
 * Adam with 0.001; cross-entropy of class numbers from logits.
 */
public interface Contestant extends AutoCloseable {
  /** Returns the framework's name and version, for people. */
  String version();

  /**
   * Trains for some steps on training images in random order, and is the one to time itself.
   *
   * @param batch images a step
   * @param steps how many steps
   * @param limit nanoseconds after which it may end sooner
   */
  Timed train(int batch, int steps, long limit);

  /** Trains one epoch on the first images of the training set as a user would; nanoseconds. */
  long epoch(int images, int batch);

  /**
   * Returns logits.
   *
   * @param x images, one behind the other, pixels from 0 to 1
   * @param n how many
   * @return 10 numbers an image
   */
  float[] predict(float[] x, int n);

  /** Saves the network in the framework's own way, to this folder. */
  void save(Path folder) throws IOException;

  /** Loads what {@link #save} wrote. */
  void load(Path folder) throws IOException;

  @Override
  void close();

  /**
   * How much was done in what time.
   *
   * @param count steps or images
   * @param nanos nanoseconds
   */
  record Timed(long count, long nanos) {}
}
