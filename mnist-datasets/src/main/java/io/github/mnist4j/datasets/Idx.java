package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * An array as an IDX file holds it: the format of MNIST and of the data sets made in its likeness.
 *
 * <p>An IDX file is two zero bytes, a byte for the {@link Type}, a byte for the rank, each axis'
 * size in four bytes, then the numbers, row-major; all of it big-endian. The rank may be anything
 * from 0 to 255. Files may be gzipped, whatever they are called; the first two bytes tell.
 *
 * <p>Headers are not trusted: memory is taken as bytes arrive, never for what a header promises; a
 * file with fewer or with more bytes than its header says is an error, and of a gzip stream no more
 * than one byte past that is expanded. What follows a gzip stream's end in a file is ignored, as
 * gzip itself does.
 *
 * <pre>{@code
 * Idx images = Idx.read(Path.of("train-images-idx3-ubyte.gz"));
 * images.type();        // UBYTE
 * images.shape();       // (60000, 28, 28)
 * Idx labels = Idx.read(Path.of("train-labels-idx1-ubyte.gz"));
 * var train = ImageDataset.of(images.bytes(), Shape.of(28, 28), labels.bytes());
 *
 * Idx.of(Idx.Type.SHORT, Shape.of(2, 2), 1, 2, 3, 4).write(Path.of("numbers.idx"));
 * }</pre>
 */
public final class Idx {
  private static final int URL_TIMEOUT_MILLIS = 30_000;

  /** What the numbers of an IDX file are, by the third byte of its header. */
  public enum Type {
    /** 0x08: 0 to 255, a byte each. */
    UBYTE(0x08, 1, 0, 255),
    /** 0x09: −128 to 127, a byte each. */
    BYTE(0x09, 1, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** 0x0B: −32768 to 32767, two bytes each. */
    SHORT(0x0B, 2, Short.MIN_VALUE, Short.MAX_VALUE),
    /** 0x0C: −2³¹ to 2³¹ − 1, four bytes each. */
    INT(0x0C, 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** 0x0D: IEEE 754 single precision, four bytes each. */
    FLOAT(0x0D, 4, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    /** 0x0E: IEEE 754 double precision, eight bytes each. */
    DOUBLE(0x0E, 8, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final int code;
    private final int width;
    private final double least;
    private final double most;

    Type(int code, int width, double least, double most) {
      this.code = code;
      this.width = width;
      this.least = least;
      this.most = most;
    }

    /** Returns the header's byte for this type, 0x08 to 0x0E. */
    public int code() {
      return code;
    }

    /** Returns the bytes a number takes: 1, 2, 4 or 8. */
    public int width() {
      return width;
    }

    private boolean whole() {
      return this != FLOAT && this != DOUBLE;
    }

    private boolean holds(double value) {
      return !whole() || (value >= least && value <= most && value == Math.rint(value));
    }
  }

  private final Type type;
  private final Shape shape;
  private final byte[] data;

  /** Wraps {@code shape.size() · type.width()} bytes, big-endian as in the file. */
  Idx(Type type, Shape shape, byte[] data) {
    this.type = type;
    this.shape = shape;
    this.data = data;
  }

  /**
   * Wraps unsigned bytes.
   *
   * @param shape any shape of {@code bytes.length} elements and at most 255 axes
   * @param bytes 0 to 255 each, row-major; not copied
   * @throws io.github.mnist4j.errors.ShapeException if the bytes do not fill the shape, or it has
   *     more than 255 axes
   */
  public static Idx of(Shape shape, byte[] bytes) {
    requireSize(shape, Check.notNull(bytes, "Idx", "bytes").length);
    return new Idx(Type.UBYTE, shape, bytes);
  }

  /**
   * Returns an array of any type.
   *
   * @param values row-major; whole numbers within the type's range, or anything for {@link
   *     Type#FLOAT} (rounded to the nearest) and {@link Type#DOUBLE}
   * @throws io.github.mnist4j.errors.ShapeException if the values do not fill the shape, or it has
   *     more than 255 axes
   * @throws io.github.mnist4j.errors.DataException if the type cannot hold a value
   */
  public static Idx of(Type type, Shape shape, double... values) {
    requireSize(shape, values.length);
    ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, type.width));
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (!type.holds(value)) {
        throw Problem.of("an IDX array of type " + type + " cannot hold every value")
            .expected(
                String.format(
                    Locale.ROOT, "whole numbers from %.0f to %.0f", type.least, type.most))
            .got(value + " at index " + i)
            .fix("choose another type, as Idx.Type.DOUBLE, or round the values")
            .see("idx-value")
            .asDataException();
      }
      switch (type) {
        case UBYTE, BYTE -> data.put((byte) (int) value);
        case SHORT -> data.putShort((short) value);
        case INT -> data.putInt((int) value);
        case FLOAT -> data.putFloat((float) value);
        case DOUBLE -> data.putDouble(value);
      }
    }
    return new Idx(type, shape, data.array());
  }

  /** Returns a tensor's numbers as an array of {@link Type#FLOAT}, a copy. */
  public static Idx of(Tensor tensor) {
    ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), Type.FLOAT.width));
    data.asFloatBuffer().put(tensor.data());
    return new Idx(Type.FLOAT, tensor.shape(), data.array());
  }

  private static void requireSize(Shape shape, int size) {
    if (shape.size() != size || shape.rank() > 255) {
      throw Problem.of("an IDX array's numbers do not fill its shape")
          .expected("a shape of at most 255 axes, " + shape.size() + " numbers for shape " + shape)
          .got(size + " numbers, " + shape.rank() + " axes")
          .see("idx-shape")
          .asShapeException();
    }
  }

  /**
   * Reads a file, gzipped or not.
   *
   * @throws io.github.mnist4j.errors.DataException if the file cannot be read, is not IDX, is cut
   *     short, goes on after its last number, or holds more than fits into one Java array (2³¹ − 9
   *     bytes)
   */
  public static Idx read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return IdxReader.read(in, file.toString());
    } catch (IOException e) {
      throw IdxReader.unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a stream to its end, gzipped or not; the caller closes it.
   *
   * @throws io.github.mnist4j.errors.DataException as {@link #read(Path)}
   */
  public static Idx read(InputStream in) {
    return IdxReader.read(in, "the stream");
  }

  /**
   * Reads what a URL leads to, gzipped or not: a class-path resource, or a server's file. A server
   * has 30 seconds to accept the connection, and again for each next piece of its answer.
   *
   * @throws io.github.mnist4j.errors.DataException as {@link #read(Path)}
   */
  public static Idx read(URL url) {
    try {
      URLConnection connection = url.openConnection();
      connection.setConnectTimeout(URL_TIMEOUT_MILLIS);
      connection.setReadTimeout(URL_TIMEOUT_MILLIS);
      try (InputStream in = connection.getInputStream()) {
        return IdxReader.read(in, url.toString());
      }
    } catch (IOException e) {
      throw IdxReader.unreadable(url.toString(), e);
    }
  }

  /**
   * Writes a file, gzipped where its name ends in {@code .gz}; replaces what is there.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (file.toString().endsWith(".gz")) {
        try (OutputStream zipped = new GZIPOutputStream(out, 1 << 16)) {
          put(zipped);
        }
      } else {
        put(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /**
   * Writes to a stream, not gzipped; the caller closes it.
   *
   * @throws UncheckedIOException if the stream fails
   */
  public void write(OutputStream out) {
    try {
      OutputStream buffered = new BufferedOutputStream(out);
      put(buffered);
      buffered.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("could not write to the stream", e);
    }
  }

  private void put(OutputStream out) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * shape.rank());
    header.put((byte) 0).put((byte) 0).put((byte) type.code).put((byte) shape.rank());
    for (int dim : shape.toArray()) {
      header.putInt(dim);
    }
    out.write(header.array());
    out.write(data);
  }

  /** Returns what the numbers are in the file. */
  public Type type() {
    return type;
  }

  /** Returns the sizes of all axes, {@code (60000, 28, 28)} for MNIST's training images. */
  public Shape shape() {
    return shape;
  }

  /**
   * Returns the bytes of an array of {@link Type#UBYTE} or {@link Type#BYTE}, row-major, {@code
   * shape().size()} of them; the array itself, not a copy.
   *
   * @throws io.github.mnist4j.errors.DataException if the type is another one
   */
  public byte[] bytes() {
    if (type.width != 1) {
      throw Problem.of("an IDX array is not one of bytes")
          .expected("type UBYTE or BYTE")
          .got("type " + type + ", shape " + shape)
          .fix("use toTensor() or toDoubles()")
          .see("idx-not-bytes")
          .asDataException();
    }
    return data;
  }

  /**
   * Returns the numbers as a tensor of the same shape, a copy, nothing scaled: pixels stay 0..255.
   * Exact for all types but {@link Type#INT} beyond 2²⁴ and {@link Type#DOUBLE}, which are rounded.
   */
  public Tensor toTensor() {
    Tensor tensor = Tensor.zeros(shape);
    float[] numbers = tensor.data();
    ByteBuffer buffer = ByteBuffer.wrap(data);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) next(buffer);
    }
    return tensor;
  }

  /** Returns the numbers, row-major, a copy; exact for all types. */
  public double[] toDoubles() {
    double[] numbers = new double[shape.size()];
    ByteBuffer buffer = ByteBuffer.wrap(data);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = next(buffer);
    }
    return numbers;
  }

  private double next(ByteBuffer buffer) {
    return switch (type) {
      case UBYTE -> buffer.get() & 0xff;
      case BYTE -> buffer.get();
      case SHORT -> buffer.getShort();
      case INT -> buffer.getInt();
      case FLOAT -> buffer.getFloat();
      case DOUBLE -> buffer.getDouble();
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Idx that
        && type == that.type
        && shape.equals(that.shape)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + shape.hashCode()) + Arrays.hashCode(data);
  }

  /** Returns type and shape: {@code UBYTE (60000, 28, 28)}. */
  @Override
  public String toString() {
    return type + " " + shape;
  }
}
