package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxHostileTest {
  private static final String SEE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  @Test
  void what_is_not_idx_is_refused() {
    assertRefused(
        "<!DOCTYPE html>".getBytes(),
        "the stream is not an IDX file\n"
            + "  expected: two zero bytes, a type and a rank, as in 00 00 08 03\n"
            + "  got:      3c 21 44 4f\n"
            + "  fix:      open the file in an editor: a web page or an error text was saved in its"
            + " place?"
            + SEE
            + "idx-format");
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("nothing, the file is empty");
    assertThatThrownBy(() -> read(new byte[3])).isInstanceOf(DataException.class);
  }

  @Test
  void an_unknown_type_is_refused() {
    assertRefused(
        hex("00000a01 00000000"),
        "the stream has an unknown type of numbers\n"
            + "  expected: 08 (ubyte), 09 (byte), 0b (short), 0c (int), 0d (float) or 0e (double)\n"
            + "  got:      0a"
            + SEE
            + "idx-type");
  }

  @ParameterizedTest
  @CsvSource({
    "0801 ffffffff, 'UBYTE numbers of shape (4294967295,)'",
    "0802 7fffffff7fffffff, 'UBYTE numbers of shape (2147483647, 2147483647)'",
    "0803 000100000001000080000000, 'UBYTE numbers of shape (65536, 65536, 2147483648)'",
    "0e01 10000000, 'DOUBLE numbers of shape (268435456,)'",
    "0e02 7fffffff7fffffff, 'DOUBLE numbers of shape (2147483647, 2147483647)'",
    "0802 7fffffff00000000, 'UBYTE numbers of shape (2147483647, 0)'"
  })
  void sizes_that_overflow_are_refused(String header, String got) {
    assertRefused(
        hex("0000" + header),
        "the stream says it holds more than can be accepted\n"
            + "  expected: at most 2147483639 bytes of numbers\n"
            + "  got:      "
            + got
            + "\n  fix:      download the file again; a file that is truly so large must be split"
            + SEE
            + "idx-too-large");
  }

  @Test
  void a_header_that_promises_gigabytes_takes_no_memory_for_them() {
    assertRefused(
        hex("00000801 70000000 0102"),
        "the stream is cut short\n"
            + "  expected: 1879048192 bytes of numbers, for (1879048192,)\n"
            + "  got:      the end of the file after 2 bytes of numbers\n"
            + "  fix:      copy or download the file again"
            + SEE
            + "idx-truncated");
  }

  @Test
  void rank_255_is_read_and_a_header_cut_short_is_not() {
    byte[] file = new byte[4 + 4 * 255 + 1];
    file[2] = 8;
    file[3] = (byte) 255;
    for (int axis = 0; axis < 255; axis++) {
      file[4 + 4 * axis + 3] = 1;
    }

    assertThat(read(file).shape().rank()).isEqualTo(255);
    assertThatThrownBy(() -> read(Arrays.copyOf(file, 1000)))
        .hasMessageContaining("a header of 1024 bytes, for 255 axes")
        .hasMessageContaining("the end of the file after 1000 bytes");
    assertThatThrownBy(() -> read(Arrays.copyOf(file, 1024))).hasMessageContaining("(1, 1, 1, 1,");
  }

  @Test
  void trailing_bytes_are_refused() {
    assertRefused(
        hex("00000801 00000002 0102 03"),
        "the stream goes on after its last number\n"
            + "  expected: the end of the file after 2 bytes of numbers, for (2,)\n"
            + "  got:      at least one byte more\n"
            + "  fix:      download the file again; two files written one behind the other are not"
            + " IDX"
            + SEE
            + "idx-trailing-bytes");
  }

  @Test
  void a_gzip_bomb_is_expanded_no_further_than_its_header_says() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bomb)) {
      zipped.write(hex("00000801 00000001"));
      zipped.write(new byte[64 << 20]);
    }
    InputStream content = IdxReader.content(new ByteArrayInputStream(bomb.toByteArray()));

    assertThatThrownBy(() -> IdxReader.read(content, "bomb", IdxReader.LONGEST))
        .hasMessageStartingWith("bomb goes on after its last number");
    assertThat(content.readAllBytes()).hasSize((64 << 20) - 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 40, 60})
  void a_gzip_file_cut_anywhere_is_refused(int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      byte[] mixed = new byte[200];
      new java.util.Random(1).nextBytes(mixed);
      Idx.of(Shape.of(200), mixed).write(zipped);
    }

    assertThatThrownBy(() -> read(Arrays.copyOf(out.toByteArray(), length)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the stream is not a whole gzip file\n")
        .hasMessageContaining("#idx-damaged-gzip")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void a_missing_file_is_named(@TempDir Path folder) {
    Path file = folder.resolve("none");

    assertThatThrownBy(() -> Idx.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file
                + " could not be read\n"
                + "  expected: a readable IDX file, gzipped or not\n"
                + "  got:      NoSuchFileException: "
                + file
                + "\n  fix:      check the name and that the file may be read"
                + SEE
                + "idx-unreadable");
    assertThatThrownBy(() -> Idx.read(file.toUri().toURL())).isInstanceOf(DataException.class);
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(DataException.class).hasMessage(message);
    assertThatThrownBy(() -> read(zip(file))).hasMessage(message);
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Idx read(byte[] file) {
    return Idx.read(new ByteArrayInputStream(file));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
