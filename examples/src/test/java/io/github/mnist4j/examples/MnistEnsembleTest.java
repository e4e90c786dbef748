package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistEnsembleTest {
  private static final String TRAINED = "val_accuracy: "; // once an epoch

  @TempDir Path out;

  private String run(String members) throws IOException {
    return Printed.by(
        () ->
            MnistEnsemble.main(
                "--members",
                members,
                "--epochs",
                "1",
                "--samples",
                "130",
                "--out",
                out.toString()));
  }

  @Test
  void trains_one_after_the_other_and_goes_on_where_it_was_cut_off() throws IOException {
    assertThat(run("2"))
        .contains(TRAINED)
        .contains("kernel 3, seed 1: watched 0.")
        .contains("kernel 5, seed 2: watched 0.")
        .contains("\nwatched, 10 digits\n")
        .containsPattern("\ntest, 130 digits\n  kernel 3, seed 1       0\\.\\d{4}\n")
        .containsPattern(
            "  mean of the 2          0\\.\\d{4}\n  majority vote          0\\.\\d{4}\n")
        .containsPattern("  mean of probabilities  0\\.\\d{4}\n")
        .containsPattern("\\d+ of 130 test digits are taken for others\n");
    Path folder = out.resolve("epochs-1_samples-130_seed-1");
    assertThat(folder.resolve("wrong.png")).isNotEmptyFile();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("member-1_kernel-3.keras", "member-2_kernel-5.keras");
    }

    Files.delete(folder.resolve("member-2_kernel-5.keras"));
    byte[] first = Files.readAllBytes(folder.resolve("member-1_kernel-3.keras"));
    assertThat(run("3").split(TRAINED)).hasSize(1 + 2);
    assertThat(Files.readAllBytes(folder.resolve("member-1_kernel-3.keras"))).isEqualTo(first);
    assertThat(folder.resolve("member-3_kernel-7.keras")).isNotEmptyFile();
    assertThat(run("3")).doesNotContain(TRAINED);
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> MnistEnsemble.main("--member", "3"))
        .hasMessage(
            "options are --members N --kernels 3,5,7 --epochs N --seed N --samples N --out DIR, got"
                + " [--member, 3]");
    assertThatThrownBy(() -> MnistEnsemble.main("--kernels", "3,4", "--out", out.toString()))
        .hasMessage("--kernels must be of 3, 5 and 7, got 4");
  }
}
