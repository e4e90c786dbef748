package io.github.mnist4j.callbacks;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * An event file of TensorBoard. Framed as TensorFlow's TFRecord: length, checksum of the length,
 * data, checksum of the data; the data is a message {@code Event}. (Formats: {@code
 * tensorflow/core/lib/io/record_writer.h}, {@code tensorflow/core/util/event.proto}, {@code
 * tensorflow/core/framework/summary.proto}.)
 */
final class EventFile implements AutoCloseable {
  private static final int FLOAT = 1;
  private static final byte[] EMPTY = {};

  private final Path folder;
  private final FileChannel channel;

  /** Fills a message. */
  private interface Body {
    void write(CodedOutputStream out) throws IOException;
  }

  /** Makes a file of a name of its own, and says of what version it is. */
  EventFile(Path folder, double wallTime) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      channel = create(folder, (long) wallTime);
    } catch (IOException e) {
      throw failed(e);
    }
    write(version(wallTime));
  }

  private static FileChannel create(Path folder, long seconds) throws IOException {
    long process = ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      String name = "events.out.tfevents." + seconds + ".mnist4j." + process + "." + i + ".v2";
      try {
        return FileChannel.open(
            folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        // another training began in the same second
      }
    }
  }

  /** Adds a number to a curve. */
  void scalar(double wallTime, long step, String tag, double value) {
    write(event(wallTime, step, tag, (float) value));
  }

  static byte[] version(double wallTime) {
    byte[] source = message(out -> out.writeString(1, "io.github.mnist4j"));
    return message(
        out -> {
          out.writeDouble(1, wallTime);
          out.writeString(3, "brain.Event:2");
          out.writeByteArray(10, source);
        });
  }

  static byte[] event(double wallTime, long step, String tag, float value) {
    byte[] number =
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    byte[] tensor =
        message(
            out -> {
              out.writeEnum(1, FLOAT);
              out.writeByteArray(2, EMPTY);
              out.writeByteArray(4, number);
            });
    byte[] plugin = message(out -> out.writeString(1, "scalars"));
    byte[] metadata = message(out -> out.writeByteArray(1, plugin));
    byte[] curve =
        message(
            out -> {
              out.writeString(1, tag);
              out.writeByteArray(8, tensor);
              out.writeByteArray(9, metadata);
            });
    byte[] summary = message(out -> out.writeByteArray(1, curve));
    return message(
        out -> {
          out.writeDouble(1, wallTime);
          if (step != 0) {
            out.writeInt64(2, step);
          }
          out.writeByteArray(5, summary);
        });
  }

  private static byte[] message(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      body.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns a message in its frame. */
  static ByteBuffer framed(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(data.length + 2 * Integer.BYTES + Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(masked(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(masked(data, data.length));
    return record.flip();
  }

  /** A checksum of data that has checksums in it is turned and shifted, as it would be weak. */
  static int masked(byte[] data, int length) {
    CRC32C crc = new CRC32C();
    crc.update(data, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  /** In one go, so that who reads it meanwhile sees whole records. */
  private void write(byte[] data) {
    ByteBuffer record = framed(data);
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        "cannot write an event file in " + folder + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
