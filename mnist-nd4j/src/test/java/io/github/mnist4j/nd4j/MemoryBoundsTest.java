package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class MemoryBoundsTest {
  private Memory memory;
  private INDArray six;

  @BeforeEach
  void open() {
    Nd4jRuntime.start();
    memory = new Memory(DataType.FLOAT);
    six = memory.array(2, 3);
  }

  @AfterEach
  void close() {
    memory.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 7", "4, 5", "8, 1", "-1, 2", "0, -1", "2147483647, 1"})
  void numbers_outside_either_array_are_refused(int offset, int count) {
    float[] eight = new float[8];
    String message = count + " numbers do not fit an array of 6";
    assertThatThrownBy(() -> Memory.write(eight, offset, count, six))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Memory.read(six, eight, offset, count))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void what_is_written_is_read_and_nothing_beside_it(DataType type) {
    try (Memory own = new Memory(type)) {
      INDArray array = own.array(2, 3);
      float[] read = new float[8];
      Memory.write(new float[] {9, 1, 2, 3, 9}, 1, 3, array);
      Memory.read(array, read, 2, 4);
      assertThat(read).containsExactly(0, 0, 1, 2, 3, 0, 0, 0);
    }
  }

  @Test
  void closing_frees_what_is_owned() {
    memory.close();
    assertThat(six.wasClosed()).isTrue();
  }
}
