package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportAndImportTest {
  @Test
  void what_the_one_writes_the_other_reads(@TempDir Path out) throws IOException {
    Printed.by(() -> ExportModel.main(out.toString()));
    float[] expected = Npy.read(out.resolve("y.npy")).data();
    assertThat(expected).hasSize(1000);
    for (String file : new String[] {"digits.keras", "digits.h5", "web/model.json"}) {
      Path predicted = out.resolve("again.npy");
      String printed =
          Printed.by(
              () ->
                  ImportModel.main(
                      out.resolve(file).toString(),
                      out.resolve("x.npy").toString(),
                      predicted.toString()));
      assertThat(printed)
          .contains("Total params: 121,930")
          .contains("predicted (100, 10) of (100, 28, 28, 1)");
      assertThat(Npy.read(predicted).data()).containsExactly(expected, within(1e-5f));
    }
    assertThat(out.resolve("digits.onnx")).isNotEmptyFile();
    assertThat(Files.size(out.resolve("web-uint8").resolve("model.json"))).isPositive();
  }

  @Test
  void the_arguments_are_told() {
    assertThatThrownBy(() -> ImportModel.main("model.keras"))
        .hasMessage("arguments are FILE X.npy OUT.npy, got [model.keras]");
  }
}
