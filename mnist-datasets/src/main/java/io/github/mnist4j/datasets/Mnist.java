package io.github.mnist4j.datasets;

import io.github.mnist4j.data.ImageDataset;
import java.nio.file.Path;

/**
 * The MNIST database of handwritten digits (LeCun, Cortes, Burges 1998): grey images of 28 × 28
 * pixels, 0 for paper to 255 for ink, labelled 0 to 9.
 *
 * <p>{@link #load()} takes the first of these that there is:
 *
 * <ol>
 *   <li>the folder that the system property {@code mnist.home} names, or else the environment
 *       variable {@code MNIST_HOME}; where one is named and lacks a file, that is an error, and
 *       nothing else is tried;
 *   <li>the cache: {@code mnist4j/mnist} in {@code $XDG_CACHE_HOME} or {@code ~/.cache} on Linux,
 *       in {@code ~/Library/Caches} on macOS, in {@code %LOCALAPPDATA%} on Windows;
 *   <li>the jar {@code io.github.mnist4j:mnist-data}, where it is on the class path or module path;
 *   <li>a download (11 MB) from public mirrors into the cache, told of on standard error.
 * </ol>
 *
 * <p>What comes from the cache, the jar or a mirror has MNIST's SHA-256 sums, each time it is read;
 * a damaged file in the cache is fetched anew. A named folder is read as by {@link #load(Path)}. A
 * cache that cannot be written to stops nothing.
 *
 * <pre>{@code
 * Mnist mnist = Mnist.load();
 * mnist.train().imagesShape();    // (60000, 28, 28)
 * mnist.train().label(0);         // 5
 * mnist.test().size();            // 10000
 * }</pre>
 *
 * @param train 60,000 images and labels
 * @param test 10,000 images and labels, of other writers
 */
public record Mnist(ImageDataset train, ImageDataset test) {
  /**
   * Loads MNIST from where it is found first; may be called from any thread, and by several
   * processes at once.
   *
   * @throws io.github.mnist4j.errors.DataException if it is nowhere; the text lists what was tried
   *     and how to go on without a network; or if a folder was named and lacks a file
   */
  public static Mnist load() {
    return Sources.ofSystem().load(IdxSet.MNIST);
  }

  /**
   * Loads four files from a folder, and from nowhere else.
   *
   * <p>They are named {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   * t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, as they are or with {@code .gz}; a
   * dot may stand before {@code idx}.
   *
   * <p>Other data of the same form, as Fashion-MNIST or KMNIST, is loaded too: images of any number
   * and size, labels 0 to 9. A line on standard error says that it is not MNIST. Where some files
   * have MNIST's checksums and others do not, a copy is damaged, and that is an error.
   *
   * <pre>{@code Mnist.load(Path.of("data/fashion")).train()}</pre>
   *
   * @param directory holds all four files
   * @throws io.github.mnist4j.errors.DataException if a file is missing or unreadable, is not IDX,
   *     does not fit the others, or is a damaged one of MNIST's
   */
  public static Mnist load(Path directory) {
    return new NamedFolder(directory, "Mnist.load(Path)").load(IdxSet.MNIST, Progress.ofSystem());
  }
}
