package io.github.mnist4j.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads event files by the formats' definitions, and not by the code that writes them. */
final class EventReader {
  private EventReader() {}

  /** A number of a curve, and its message. */
  record Point(double wallTime, long step, String tag, float value, byte[] message) {
    /** Returns all but the time. */
    String text() {
      return tag + " " + step + " " + value;
    }
  }

  /** Takes a file apart, and checks each checksum. */
  static List<byte[]> records(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(in.position(), length);
      byte[] data = new byte[(int) in.getLong()];
      assertThat(in.getInt()).isEqualTo(crc(length));
      in.get(data);
      assertThat(in.getInt()).isEqualTo(crc(data));
      records.add(data);
    }
    return records;
  }

  /** CRC-32C (Castagnoli), bit by bit, and TensorFlow's mask. */
  private static int crc(byte[] data) {
    int crc = ~0;
    for (byte b : data) {
      crc ^= b & 0xff;
      for (int i = 0; i < 8; i++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82f63b78;
      }
    }
    crc = ~crc;
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  /** Reads the points of a file; its first record must be the version. */
  static List<Point> points(byte[] bytes) {
    List<byte[]> records = records(bytes);
    UnknownFieldSet version = fields(ByteString.copyFrom(records.get(0)));
    assertThat(text(version, 3)).isEqualTo("brain.Event:2");
    return records.stream().skip(1).map(EventReader::point).toList();
  }

  private static Point point(byte[] record) {
    UnknownFieldSet event = fields(ByteString.copyFrom(record));
    UnknownFieldSet value = inner(inner(event, 5), 1);
    UnknownFieldSet tensor = inner(value, 8);
    assertThat(tensor.getField(1).getVarintList()).containsExactly(1L); // DT_FLOAT
    assertThat(text(inner(inner(value, 9), 1), 1)).isEqualTo("scalars");
    ByteBuffer number = tensor.getField(4).getLengthDelimitedList().get(0).asReadOnlyByteBuffer();
    List<Long> step = event.getField(2).getVarintList();
    return new Point(
        Double.longBitsToDouble(event.getField(1).getFixed64List().get(0)),
        step.isEmpty() ? 0 : step.get(0),
        text(value, 1),
        number.order(ByteOrder.LITTLE_ENDIAN).getFloat(),
        record);
  }

  private static UnknownFieldSet fields(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static UnknownFieldSet inner(UnknownFieldSet fields, int number) {
    return fields(fields.getField(number).getLengthDelimitedList().get(0));
  }

  private static String text(UnknownFieldSet fields, int number) {
    return fields.getField(number).getLengthDelimitedList().get(0).toStringUtf8();
  }
}
