package io.github.mnist4j.plot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (ISO/IEC 15948): eight bits a colour, no transparency.
 *
 * <p>Its own few lines, since javax.imageio looks for plug-ins on the class path and wants a folder
 * for temporary files, and since an SVG's images then need no AWT at all.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte DEPTH = 8;
  private static final byte TRUECOLOR = 2;
  private static final byte NO_FILTER = 0;

  private Png() {}

  static byte[] encode(Pixels pixels) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(pixels.width()).putInt(pixels.height());
    header.put(DEPTH).put(TRUECOLOR); // then three zeros: deflate, adaptive filters, not interlaced
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflate(pixels));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Rows stay unfiltered: for plots that gives smaller files than differences do. */
  private static byte[] deflate(Pixels pixels) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    ByteBuffer row = ByteBuffer.allocate(1 + 3 * pixels.width());
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      for (int y = 0; y < pixels.height(); y++) {
        row.clear().put(NO_FILTER);
        for (int x = 0; x < pixels.width(); x++) {
          int color = pixels.rgb()[y * pixels.width() + x];
          row.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        deflater.setInput(row.array());
        drain(deflater, buffer, compressed);
      }
      deflater.finish();
      drain(deflater, buffer, compressed);
    } finally {
      deflater.end();
    }
    return compressed.toByteArray();
  }

  private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream target) {
    for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
      target.write(buffer, 0, n);
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
