package io.github.mnist4j.nd4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What real Keras computed, from the files in {@code golden}. */
final class Golden {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /** One of a file's cases, which prints as its name. */
  record Case(JsonNode node) {
    JsonNode get(String key) {
      return node.required(key);
    }

    double[] numbers(String key) {
      return Golden.numbers(get(key));
    }

    Shape shape(String key) {
      return Shape.of(Stream.of(list(get(key))).mapToInt(JsonNode::asInt).toArray());
    }

    @Override
    public String toString() {
      return node.required("name").asText();
    }
  }

  static byte[] bytes(String file) {
    try (var in = Golden.class.getResourceAsStream("/golden/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an entry of a file that is a zip archive. */
  static byte[] zipped(String file, String name) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
      throw new IllegalStateException(file + " has no " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String file) {
    try {
      return JSON.readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Case> cases(String file) {
    return Stream.of(list(json(file).required("cases"))).map(Case::new);
  }

  static double[] numbers(JsonNode list) {
    return Stream.of(list(list)).mapToDouble(JsonNode::asDouble).toArray();
  }

  static float[] floats(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  static double[] doubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return doubles;
  }

  static JsonNode[] list(JsonNode list) {
    List<JsonNode> nodes = StreamSupport.stream(list.spliterator(), false).toList();
    return nodes.toArray(JsonNode[]::new);
  }
}
