package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdxTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void every_type_comes_back_as_it_was_written(Idx.Type type) {
    double low = type == Idx.Type.UBYTE ? 200 : -100;
    Idx idx = Idx.of(type, Shape.of(2, 1, 3), low, 0, 1, 2, 3, 127);

    for (String name : new String[] {"plain.idx", "zipped.idx.gz"}) {
      idx.write(folder.resolve(name));
      Idx read = Idx.read(folder.resolve(name));

      assertThat(read).isEqualTo(idx).hasSameHashCodeAs(idx).hasToString(type + " (2, 1, 3)");
      assertThat(read.toDoubles()).containsExactly(low, 0, 1, 2, 3, 127);
      assertThat(read.toTensor())
          .isEqualTo(Tensor.of(Shape.of(2, 1, 3), (float) low, 0, 1, 2, 3, 127));
    }
  }

  @Test
  void the_layout_is_that_of_the_format() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Idx.of(Idx.Type.SHORT, Shape.of(2, 1), 258, -1).write(out);

    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo("00000b02" + "00000002" + "00000001" + "0102" + "ffff");
  }

  @Test
  void gzip_is_known_by_its_content_not_by_its_name() throws IOException {
    Idx idx = Idx.of(Shape.of(3), new byte[] {1, 2, 3});
    idx.write(folder.resolve("a.gz"));
    Files.move(folder.resolve("a.gz"), folder.resolve("a"));

    assertThat(Idx.read(folder.resolve("a"))).isEqualTo(idx);
    assertThat(Idx.read(folder.resolve("a").toUri().toURL())).isEqualTo(idx);
    assertThat(Files.readAllBytes(folder.resolve("a"))).startsWith(0x1f, 0x8b);
  }

  @Test
  void a_stream_stays_open() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Idx.of(Shape.of(1), new byte[1]).write(out);
    boolean[] closed = new boolean[1];

    Idx.read(
        new ByteArrayInputStream(out.toByteArray()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        });

    assertThat(closed[0]).isFalse();
  }

  @Test
  void a_tensor_becomes_floats() {
    Tensor tensor = Tensor.of(Shape.of(2), 0.1f, Float.NaN);

    assertThat(Idx.of(tensor).type()).isEqualTo(Idx.Type.FLOAT);
    assertThat(Idx.of(tensor).toTensor()).isEqualTo(tensor);
  }

  @Test
  void a_single_number_and_an_empty_array_are_arrays_too() {
    for (Idx idx :
        new Idx[] {Idx.of(Idx.Type.INT, Shape.scalar(), 7), Idx.of(Shape.of(0, 28), new byte[0])}) {
      idx.write(folder.resolve("a"));
      assertThat(Idx.read(folder.resolve("a"))).isEqualTo(idx);
    }
  }

  @Test
  void bytes_are_the_array_itself_and_of_other_types_refused() {
    byte[] bytes = {1, 2};

    assertThat(Idx.of(Shape.of(2), bytes).bytes()).isSameAs(bytes);
    assertThatThrownBy(() -> Idx.of(Idx.Type.INT, Shape.of(1), 1).bytes())
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            an IDX array is not one of bytes
              expected: type UBYTE or BYTE
              got:      type INT, shape (1,)
              fix:      use toTensor() or toDoubles()
              see:      https://mnist4j.github.io/troubleshooting#idx-not-bytes""");
  }

  @Test
  void values_that_a_type_cannot_hold_are_refused() {
    assertThatThrownBy(() -> Idx.of(Idx.Type.UBYTE, Shape.of(2), 1, 256))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            an IDX array of type UBYTE cannot hold every value
              expected: whole numbers from 0 to 255
              got:      256.0 at index 1
              fix:      choose another type, as Idx.Type.DOUBLE, or round the values
              see:      https://mnist4j.github.io/troubleshooting#idx-value""");
    assertThatThrownBy(() -> Idx.of(Idx.Type.INT, Shape.of(1), 0.5))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Idx.of(Idx.Type.INT, Shape.of(1), Double.NaN))
        .isInstanceOf(DataException.class);
  }

  @Test
  void numbers_must_fill_the_shape() {
    assertThatThrownBy(() -> Idx.of(Shape.of(3), new byte[2]))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("3 numbers for shape (3,)");
    assertThatThrownBy(() -> Idx.of(Shape.of(new int[256]), new byte[0]))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void a_file_that_cannot_be_written_says_which() {
    assertThatThrownBy(() -> Idx.of(Shape.of(0), new byte[0]).write(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("could not write " + folder);
  }
}
