package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads NumPy's .npy files of version 1, row-major and of little-endian float32. */
final class Npy {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

  private Npy() {}

  static Tensor read(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerSize = bytes.getShort(8);
    String header = new String(file, 10, headerSize, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (file[6] != 1 || !matcher.matches()) {
      throw new IllegalArgumentException("not the .npy that is read here: " + header);
    }
    int[] dims =
        Stream.of(matcher.group(1).split(","))
            .map(String::strip)
            .filter(dim -> !dim.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    Tensor tensor = Tensor.zeros(Shape.of(dims));
    bytes.position(10 + headerSize);
    bytes.asFloatBuffer().get(tensor.data());
    return tensor;
  }
}
