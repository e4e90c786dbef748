package io.github.mnist4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
  @TempDir Path folder;

  private static byte[] npy(String type, String shape, int version, byte... data) {
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
    ByteBuffer bytes =
        ByteBuffer.allocate((version == 1 ? 10 : 12) + text.length() + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      bytes.putShort((short) text.length());
    } else {
      bytes.putInt(text.length());
    }
    return bytes.put(text.getBytes(StandardCharsets.US_ASCII)).put(data).array();
  }

  @Test
  void what_is_written_is_read() {
    for (Shape shape :
        new Shape[] {Shape.scalar(), Shape.of(3), Shape.of(2, 3, 4), Shape.of(0, 5)}) {
      Tensor array = Tensor.zeros(shape);
      for (int i = 0; i < array.size(); i++) {
        array.data()[i] = i - 0.25f;
      }
      Path file = folder.resolve("x.npy");
      Npy.write(file, array);
      assertThat(Npy.read(file)).isEqualTo(array);
    }
  }

  @Test
  void a_file_is_laid_out_as_numpy_does_it() throws IOException {
    Path file = folder.resolve("x.npy");
    Npy.write(file, Tensor.of(Shape.of(2), 1, 2));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(128 + 8);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII).strip())
        .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }");
    assertThat(bytes[127]).isEqualTo((byte) '\n');
  }

  @Test
  void numbers_of_other_types_become_floats() {
    assertThat(Npy.read(npy("|u1", "2,", 1, (byte) 7, (byte) 255), "x").data())
        .containsExactly(7, 255);
    byte[] minusOne = new byte[8];
    Arrays.fill(minusOne, (byte) -1);
    assertThat(Npy.read(npy("<i8", "1,", 2, minusOne), "x").data()).containsExactly(-1);
    assertThat(Npy.read(npy("<i4", "1, 1", 3, (byte) 5, (byte) 1, (byte) 0, (byte) 0), "x").data())
        .containsExactly(261);
    byte[] half = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5).array();
    assertThat(Npy.read(npy("<f8", "", 1, half), "x").data()).containsExactly(0.5f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<f4; 3,; 12 bytes for an array of shape (3,); 4 bytes",
        "<c8; 1,; a row-major array of float32",
        ">f4; 1,; a row-major array of float32",
        "<f4; 99999, 99999; a shape of at most 2147483647 numbers",
        "<f4; 99999999999,; a shape of at most 2147483647 numbers"
      })
  void what_cannot_be_read_is_told(String type, String shape, String expected) {
    assertThatThrownBy(
            () -> Npy.read(npy(type, shape, 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0), "x"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("x is no array that can be read\n  expected: " + expected);
  }

  @Test
  void whatever_the_bytes_nothing_else_is_thrown() {
    byte[] good = npy("<f4", "2,", 1, new byte[8]);
    RandomStream random = RandomStream.of(3);
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      RandomStream draw = random.split(i);
      byte[] bytes =
          draw.below(3, 0) == 0 ? Arrays.copyOf(good, draw.below(good.length, 1)) : good.clone();
      if (bytes.length > 0) {
        bytes[draw.below(bytes.length, 2)] = (byte) draw.below(256, 3);
      }
      try {
        Npy.read(bytes, "x");
      } catch (DataException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(5_000, 9_999);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Npy.read(folder.resolve("none.npy")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.npy");
  }
}
