package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HDF5 as other writers make it: superblocks 0, 2 and 3, old and new groups, chunks, gzip with
 * shuffle and checksums, a user block. The same network in each; see {@code golden/README.md}.
 */
class H5VariantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chunked",
        "gzip",
        "gzip_shuffle_fletcher_v110",
        "latest",
        "track_order",
        "userblock",
        "v108",
        "v110"
      })
  void every_layout_holds_the_same_numbers(String variant) throws IOException {
    Map<String, List<Object>> plain = numbers("bn_gap.keras");
    assertThat(plain).hasSizeGreaterThan(10);
    assertThat(numbers("bn_gap__" + variant + ".keras")).isEqualTo(plain);
  }

  @Test
  void an_optimizers_variables_are_the_same_in_another_layout() throws IOException {
    Map<String, List<Object>> plain = numbers("compiled_adam.keras");
    assertThat(plain).containsKeys("/optimizer/vars/0", "/optimizer/vars/1", "/optimizer/vars/2");
    assertThat(numbers("compiled_adam__v108.keras")).isEqualTo(plain);
  }

  private static Map<String, List<Object>> numbers(String archive) throws IOException {
    try (HdfFile hdf = HdfFile.fromBytes(weights(archive))) {
      Map<String, List<Object>> numbers = new TreeMap<>();
      collect(hdf, numbers);
      return numbers;
    }
  }

  private static void collect(Group group, Map<String, List<Object>> numbers) {
    for (Node node : group.getChildren().values()) {
      if (node instanceof Group inner) {
        collect(inner, numbers);
      } else if (node instanceof Dataset dataset) {
        Object values = dataset.getDataFlat();
        List<Object> list = new ArrayList<>();
        for (int i = 0; values.getClass().isArray() && i < Array.getLength(values); i++) {
          list.add(Array.get(values, i));
        }
        numbers.put(node.getPath(), list.isEmpty() ? List.of(values) : list);
      }
    }
  }

  private static byte[] weights(String archive) throws IOException {
    byte[] file = Golden.bytes("h5_variants/" + archive);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("model.weights.h5")) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IOException(archive + " has no weights");
  }
}
