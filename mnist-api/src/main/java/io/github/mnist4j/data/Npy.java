package io.github.mnist4j.data;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * NumPy's {@code .npy} files: one array each, to exchange samples and predictions with Python.
 *
 * <pre>{@code
 * Tensor x = Npy.read(Path.of("x.npy"));          // np.save("x.npy", x) wrote it
 * Npy.write(Path.of("y.npy"), model.predict(x));  // np.load("y.npy") reads it
 * }</pre>
 *
 * <p>Format: NumPy Enhancement Proposal 1, versions 1.0 to 3.0. Read are row-major little-endian
 * arrays of {@code float32}, {@code float64}, {@code uint8}, {@code int32} and {@code int64}, all
 * turned into 32-bit floats; written is {@code float32}.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\),? *\\}\\s*");

  /** A data part's header and data stand at multiples of it. */
  private static final int ALIGNMENT = 64;

  private interface Numbers {
    float next(ByteBuffer bytes);
  }

  private record Type(int size, Numbers numbers) {}

  private static final Map<String, Type> TYPES =
      Map.of(
          "<f4", new Type(4, ByteBuffer::getFloat),
          "<f8", new Type(8, bytes -> (float) bytes.getDouble()),
          "|u1", new Type(1, bytes -> bytes.get() & 0xff),
          "<i4", new Type(4, ByteBuffer::getInt),
          "<i8", new Type(8, ByteBuffer::getLong));

  private Npy() {}

  /**
   * Reads an array.
   *
   * @return the array, with all its axes
   * @throws DataException if the file is no such array, or cut short
   * @throws UncheckedIOException if it cannot be read
   */
  public static Tensor read(Path file) {
    if (!Files.isReadable(file)) {
      throw new UncheckedIOException(
          new FileNotFoundException("no file to read an array from: " + file.toAbsolutePath()));
    }
    try {
      return read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads an array from a file's bytes.
   *
   * @param name the file's name, for messages
   * @throws DataException if they are no such array, or cut short
   */
  public static Tensor read(byte[] file, String name) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean magic =
        file.length >= 12 && Stream.of(0, 1, 2, 3, 4, 5).allMatch(i -> file[i] == MAGIC[i]);
    int version = magic ? file[6] : 0;
    int start = version == 1 ? 10 : 12;
    long headerSize =
        version == 1 ? bytes.getShort(8) & 0xffff : magic ? bytes.getInt(8) & 0xffffffffL : 0;
    if (version < 1 || version > 3 || headerSize > file.length - start) {
      throw misfit(
          name, "a .npy file of version 1 to 3", magic ? "version " + version : "other bytes");
    }
    String text = new String(file, start, (int) headerSize, StandardCharsets.UTF_8);
    Matcher header = HEADER.matcher(text);
    if (!header.matches()) {
      throw misfit(name, "a header of descr, fortran_order and shape", text.strip());
    }
    Type type = TYPES.get(header.group(1));
    if (type == null || header.group(2).equals("True")) {
      throw misfit(
          name, "a row-major array of float32, float64, uint8, int32 or int64", text.strip());
    }
    Shape shape = shape(header.group(3), name);
    int data = start + (int) headerSize;
    if ((long) shape.size() * type.size() != file.length - data) {
      throw misfit(
          name,
          (long) shape.size() * type.size() + " bytes for an array of shape " + shape,
          file.length - data + " bytes");
    }
    bytes.position(data);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.numbers().next(bytes);
    }
    return Tensor.of(shape, values);
  }

  private static Shape shape(String dims, String name) {
    try {
      return Shape.of(
          Stream.of(dims.split(","))
              .map(String::strip)
              .filter(dim -> !dim.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray());
    } catch (IllegalArgumentException e) {
      throw misfit(name, "a shape of at most 2147483647 numbers", "(" + dims + ")");
    }
  }

  private static DataException misfit(String name, String expected, String got) {
    return Problem.of(name + " is no array that can be read")
        .expected(expected)
        .got(got)
        .fix("save it in Python with np.save(file, np.ascontiguousarray(x, dtype=\"float32\"))")
        .see("npy")
        .asDataException();
  }

  /**
   * Writes an array of {@code float32}.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Tensor array) {
    StringBuilder header =
        new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': ")
            .append(array.shape())
            .append(", }");
    while ((10 + header.length() + 1) % ALIGNMENT != 0) {
      header.append(' ');
    }
    header.append('\n');
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 4 * array.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.toString().getBytes(StandardCharsets.US_ASCII));
    bytes.asFloatBuffer().put(array.data());
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
