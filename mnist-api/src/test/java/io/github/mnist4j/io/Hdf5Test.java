package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Hdf5Test {
  @TempDir Path folder;

  static Object[] counts() {
    return new Object[] {7, 7L, 7f, 7d, new int[] {7}, new long[] {7}, new double[] {7}};
  }

  /** Keras on TensorFlow keeps a count in 8 bytes, on other backends in 4. */
  @ParameterizedTest
  @MethodSource("counts")
  void a_count_is_read_whatever_numbers_it_was_written_in(Object count) {
    Path file = folder.resolve("count.h5");
    try (WritableHdfFile written = HdfFile.write(file)) {
      written.putDataset("count", count);
    }
    try (HdfFile read = new HdfFile(file)) {
      assertThat(Hdf5.floats((Dataset) read.getChild("count"), 1)).containsExactly(7);
    }
  }
}
