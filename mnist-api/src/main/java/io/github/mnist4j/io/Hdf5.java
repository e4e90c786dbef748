package io.github.mnist4j.io;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What jHDF reads, with nothing trusted. */
final class Hdf5 {
  private Hdf5() {}

  /** What is read from a file. */
  interface Reading<T extends @Nullable Object> {
    T of(HdfFile hdf);
  }

  /**
   * Returns the whole file: from an array, jHDF reads no further than it goes; from a file, it
   * would first make room for whatever size a damaged header says.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  static byte[] bytes(Path file, String what) {
    ModelFormat.requireReadable(file, what);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file's bytes. Groups that hold themselves make jHDF call itself without end.
   *
   * @throws ModelFormatException if they are damaged
   */
  static <T extends @Nullable Object> T read(byte[] bytes, String file, Reading<T> reading) {
    try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
      return reading.of(hdf);
    } catch (ModelFormatException | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw Problem.of(file + " cannot be read as HDF5")
          .expected("a file that saveWeights or Keras' save_weights wrote")
          .got(String.valueOf(e.getMessage()))
          .see("weights-file")
          .asModelFormatException(e);
    }
  }

  /** Returns what stands at a path, or {@code null}. */
  static @Nullable Node child(Group group, String path) {
    Node node = group;
    for (String name : path.split("/")) {
      node = node instanceof Group inner ? inner.getChild(name) : null;
    }
    return node;
  }

  /** Returns an attribute's text, or {@code null} where there is none. */
  static @Nullable String text(Node node, String name) {
    Object data = data(node, name);
    if (data instanceof String[] one && one.length == 1) {
      return one[0];
    }
    return data instanceof String text ? text : null;
  }

  /**
   * Returns an attribute's list of texts, which may go on in {@code name0}, {@code name1} …; an
   * empty list has no texts, and mostly the type of a number. {@code null} where there is none.
   */
  static @Nullable List<String> texts(Node node, String name) {
    if (node.getAttribute(name) != null) {
      return list(data(node, name));
    }
    if (node.getAttribute(name + 0) == null) {
      return null;
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; node.getAttribute(name + i) != null; i++) {
      all.addAll(list(data(node, name + i)));
    }
    return all;
  }

  private static List<String> list(@Nullable Object data) {
    if (data instanceof String[] texts) {
      return Arrays.asList(texts);
    }
    return data instanceof String text ? List.of(text) : List.of();
  }

  static @Nullable Object data(Node node, String name) {
    Attribute attribute = node.getAttribute(name);
    return attribute == null ? null : attribute.getData();
  }

  /**
   * Returns a data set's numbers in single precision, or {@code null} where they are no floats.
   *
   * @param most how many numbers are made room for, whatever the file says it holds
   */
  static float @Nullable [] floats(Dataset dataset, long most) {
    if (!isSmall(dataset, most)) {
      return null;
    }
    Object values = dataset.getDataFlat();
    if (values instanceof double[] doubles) {
      float[] floats = new float[doubles.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) doubles[i];
      }
      return floats;
    }
    if (values instanceof Float one) {
      return new float[] {one};
    }
    if (values instanceof Double one) {
      return new float[] {one.floatValue()};
    }
    if (values instanceof Integer one) {
      return new float[] {one}; // a count, which Keras keeps as a whole number
    }
    if (values instanceof int[] ones && ones.length == 1) {
      return new float[] {ones[0]};
    }
    if (values instanceof Long one) {
      return new float[] {one}; // the same, by Keras on TensorFlow
    }
    if (values instanceof long[] ones && ones.length == 1) {
      return new float[] {ones[0]};
    }
    return values instanceof float[] floats ? floats : null;
  }

  /** Returns whether a data set has no more numbers than these, and each of 8 bytes at most. */
  static boolean isSmall(Dataset dataset, long most) {
    long count = 1;
    for (int dim : dataset.getDimensions()) {
      count *= dim;
      if (dim < 0 || count > most) {
        return false;
      }
    }
    return dataset.getDataType().getSize() <= Double.BYTES;
  }
}
