package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads IDX without trusting it: takes memory as bytes arrive, and demands the very end. */
final class IdxReader {
  /** The longest array that every virtual machine makes. */
  static final int LONGEST = Integer.MAX_VALUE - 8;

  private static final int BUFFER = 1 << 16;
  private static final int FIRST_PIECE = 1 << 20;

  private final InputStream in;
  private final String name;
  private final long limit;

  private IdxReader(InputStream in, String name, long limit) {
    this.in = in;
    this.name = name;
    this.limit = limit;
  }

  /** Reads a stream, gzipped or not, and leaves it open. */
  static Idx read(InputStream raw, String name) {
    try (InputStream in = content(raw)) {
      return read(in, name, LONGEST);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Reads a stream that is not gzipped, to its end.
   *
   * @param limit the most bytes of numbers to accept; below {@link #LONGEST}, that much memory may
   *     be taken at once
   */
  static Idx read(InputStream in, String name, long limit) throws IOException {
    return new IdxReader(in, name, Math.min(limit, LONGEST)).read();
  }

  /** Returns what a stream holds, expanded where it is gzipped; closing it leaves the raw one. */
  static InputStream content(InputStream raw) throws IOException {
    InputStream in =
        new BufferedInputStream(
            new FilterInputStream(raw) {
              @Override
              public void close() {}
            },
            BUFFER);
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    boolean zipped = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return zipped ? new GZIPInputStream(in, BUFFER) : in;
  }

  /** Returns the error for what could not be read at all, or stopped being readable. */
  static DataException unreadable(String name, IOException cause) {
    boolean zip = cause instanceof ZipException || cause instanceof EOFException;
    String said = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    Problem problem =
        zip
            ? Problem.of(name + " is not a whole gzip file")
                .expected("gzip data up to its checksum")
                .fix("copy or download the file again, it seems damaged or cut short")
            : Problem.of(name + " could not be read")
                .expected("a readable IDX file, gzipped or not")
                .fix("check the name and that the file may be read");
    DataException error =
        problem
            .got(cause.getClass().getSimpleName() + said)
            .see(zip ? "idx-damaged-gzip" : "idx-unreadable")
            .asDataException();
    error.initCause(cause);
    return error;
  }

  private Idx read() throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
      throw problem("is not an IDX file")
          .expected("two zero bytes, a type and a rank, as in 00 00 08 03")
          .got(
              magic.length == 0
                  ? "nothing, the file is empty"
                  : HexFormat.ofDelimiter(" ").formatHex(magic))
          .fix("open the file in an editor: a web page or an error text was saved in its place?")
          .see("idx-format")
          .asDataException();
    }
    Idx.Type type = type(magic[2]);
    int[] dims = dims(magic[3] & 0xff);
    long bytes = size(type, dims);
    byte[] data = data((int) bytes, dims);
    if (in.read() >= 0) {
      throw problem("goes on after its last number")
          .expected("the end of the file after " + bytes + " bytes of numbers, for " + text(dims))
          .got("at least one byte more")
          .fix("download the file again; two files written one behind the other are not IDX")
          .see("idx-trailing-bytes")
          .asDataException();
    }
    return new Idx(type, Shape.of(dims), data);
  }

  private Idx.Type type(byte code) {
    for (Idx.Type type : Idx.Type.values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw problem("has an unknown type of numbers")
        .expected("08 (ubyte), 09 (byte), 0b (short), 0c (int), 0d (float) or 0e (double)")
        .got(HexFormat.of().toHexDigits(code))
        .see("idx-type")
        .asDataException();
  }

  private int[] dims(int rank) throws IOException {
    byte[] header = in.readNBytes(4 * rank);
    if (header.length < 4 * rank) {
      throw cut("a header of " + (4 + 4 * rank) + " bytes, for " + rank + " axes")
          .got("the end of the file after " + (4 + header.length) + " bytes")
          .asDataException();
    }
    int[] dims = new int[rank];
    ByteBuffer.wrap(header).asIntBuffer().get(dims);
    return dims;
  }

  /** Returns the bytes of all numbers; sizes are unsigned in the file. */
  private long size(Idx.Type type, int[] dims) {
    long elements = 1;
    for (int dim : dims) {
      // Cannot overflow: what came before is at most the limit, below 2³¹.
      elements *= Integer.toUnsignedLong(dim);
      if (dim < 0 || elements > limit / type.width()) {
        throw problem("says it holds more than can be accepted")
            .expected("at most " + limit + " bytes of numbers")
            .got(type + " numbers of shape " + text(dims))
            .fix("download the file again; a file that is truly so large must be split")
            .see("idx-too-large")
            .asDataException();
      }
    }
    return elements * type.width();
  }

  private byte[] data(int length, int[] dims) throws IOException {
    // A limit below the longest is the size of a certain file, so not a promise but a fact.
    byte[] data = new byte[limit < LONGEST ? length : Math.min(length, FIRST_PIECE)];
    int count = 0;
    while (count < length) {
      if (count == data.length) {
        data = Arrays.copyOf(data, (int) Math.min(length, 2L * data.length));
      }
      int read = in.read(data, count, Math.min(BUFFER, data.length - count));
      if (read < 0) {
        throw cut(length + " bytes of numbers, for " + text(dims))
            .got("the end of the file after " + count + " bytes of numbers")
            .asDataException();
      }
      count += read;
    }
    return data;
  }

  private Problem cut(String expected) {
    return problem("is cut short")
        .expected(expected)
        .fix("copy or download the file again")
        .see("idx-truncated");
  }

  private Problem problem(String what) {
    return Problem.of(name + " " + what);
  }

  /**
   * Returns the shape's text, without the checks that a {@link Shape} makes, and not for 255 axes.
   */
  private static String text(int[] dims) {
    StringBuilder text = new StringBuilder("(");
    for (int axis = 0; axis < dims.length && axis < 8; axis++) {
      text.append(axis == 0 ? "" : ", ").append(Integer.toUnsignedString(dims[axis]));
    }
    return text.append(dims.length > 8 ? ", …)" : dims.length == 1 ? ",)" : ")").toString();
  }
}
