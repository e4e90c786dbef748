package io.github.mnist4j.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.saving.Quantization;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How TF.js files have a weight's numbers.
 *
 * <p>Quantized to n bits, a number is {@code q·scale + min}, with scale {@code (max − min)/(2ⁿ −
 * 1)}; where zero lies between min and max, min is moved by less than a step so that zero is exact;
 * a weight of one value only has scale 1. (Formulas: TensorFlow.js' converter, quantization.py.)
 *
 * @param size bytes of one number
 * @param scale the step, for quantized numbers
 * @param min what q = 0 means, for quantized numbers
 * @param float16 whether they are 16-bit floats
 */
record TfjsNumbers(int size, double scale, double min, boolean float16) {
  private static final int UINT8_STEPS = 255;

  /**
   * Numbers to be written.
   *
   * @param bytes the numbers
   * @param quantization what the manifest says of them, where they are not 32-bit floats
   */
  record Packed(byte[] bytes, Optional<ObjectNode> quantization) {}

  /**
   * Returns how numbers are written that a manifest says this of.
   *
   * @throws IllegalArgumentException if it says what TF.js does not know
   */
  static TfjsNumbers of(JsonNode quantization) {
    if (quantization.isMissingNode() || quantization.isNull()) {
      return new TfjsNumbers(4, 1, 0, false);
    }
    String type = quantization.path("dtype").asText("");
    if (type.equals("float16")) {
      return new TfjsNumbers(2, 1, 0, true);
    }
    boolean eight = type.equals("uint8");
    JsonNode scale = quantization.path("scale");
    JsonNode min = quantization.path("min");
    boolean finite = Double.isFinite(scale.asDouble()) && Double.isFinite(min.asDouble());
    if (!eight && !type.equals("uint16") || !scale.isNumber() || !min.isNumber() || !finite) {
      throw new IllegalArgumentException("a quantization that is not known");
    }
    return new TfjsNumbers(eight ? 1 : 2, scale.asDouble(), min.asDouble(), false);
  }

  /** Returns what has numbers of this size that nobody reads. */
  static TfjsNumbers skipped(int size) {
    return new TfjsNumbers(size, 1, 0, false);
  }

  /** Returns the next numbers. */
  float[] unpack(ByteBuffer bytes, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = next(bytes);
    }
    return values;
  }

  private float next(ByteBuffer bytes) {
    if (size == 4) {
      return bytes.getFloat();
    }
    if (float16) {
      return Float16.toFloat(bytes.getShort());
    }
    int q = size == 1 ? bytes.get() & 0xff : bytes.getShort() & 0xffff;
    return (float) (q * scale + min);
  }

  /**
   * Returns numbers in so many bits.
   *
   * @throws IllegalArgumentException if there is one that these bits cannot say
   */
  static Packed pack(String name, float[] values, Quantization quantization) {
    return switch (quantization) {
      case NONE -> {
        ByteBuffer bytes = buffer(4 * values.length);
        bytes.asFloatBuffer().put(values);
        yield new Packed(bytes.array(), Optional.empty());
      }
      case FLOAT16 -> float16(name, values);
      case UINT8 -> uint8(name, values);
    };
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ObjectNode says(String type) {
    return KerasTree.MAPPER.createObjectNode().put("dtype", type).put("original_dtype", "float32");
  }

  private static Packed float16(String name, float[] values) {
    ByteBuffer bytes = buffer(2 * values.length);
    for (float value : values) {
      if (!(Math.abs(value) < Float16.TOO_LARGE)) {
        throw impossible(name, value, "numbers less than " + Float16.TOO_LARGE);
      }
      bytes.putShort(Float16.of(value));
    }
    return new Packed(bytes.array(), Optional.of(says("float16")));
  }

  private static Packed uint8(String name, float[] values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw impossible(name, value, "finite numbers");
      }
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    double scale = max > min ? (max - min) / UINT8_STEPS : 1;
    double least = values.length == 0 ? 0 : min;
    if (max > min && min <= 0 && max >= 0) {
      least = -Math.rint(-min / scale) * scale;
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      long q = Math.round((values[i] - least) / scale);
      bytes[i] = (byte) Math.max(0, Math.min(UINT8_STEPS, q));
    }
    return new Packed(bytes, Optional.of(says("uint8").put("min", least).put("scale", scale)));
  }

  private static IllegalArgumentException impossible(String name, float value, String expected) {
    return Problem.of("the weight '" + name + "' cannot be quantized")
        .expected(expected)
        .got(Float.toString(value))
        .fix("save it without quantization")
        .see("save-options")
        .asIllegalArgument();
  }
}
