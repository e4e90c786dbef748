package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.errors.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeBuildTest {
  private static String choose(String platform, int avx, String builds) {
    Set<String> present = Set.of(builds.split(" "));
    return NativeBuild.choose(platform, avx, present::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "3, x x-avx2 x-avx512 x-onednn x-onednn-avx2 x-onednn-avx512, -onednn-avx512",
    "2, x x-avx2 x-avx512 x-onednn x-onednn-avx2 x-onednn-avx512, -onednn-avx2",
    "1, x x-avx2 x-avx512 x-onednn x-onednn-avx2 x-onednn-avx512, -onednn",
    "0, x x-avx2 x-avx512 x-onednn x-onednn-avx2 x-onednn-avx512, -onednn",
    "3, x-onednn-avx2 x-avx512, -onednn-avx2",
    "3, x x-avx2 x-avx512, -avx512",
    "2, x x-avx2 x-avx512, -avx2",
    "2, x x-avx512, ''",
    "3, x, ''",
    "0, x other-onednn, ''"
  })
  void the_best_build_that_the_processor_runs_is_chosen(int avx, String builds, String best) {
    assertThat(choose("x", avx, builds)).isEqualTo(best);
  }

  @Test
  void builds_that_this_processor_cannot_run_are_listed() {
    assertThatThrownBy(
            () -> choose("linux-x86_64", 1, "linux-x86_64-avx2 linux-x86_64-onednn-avx512"))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "no build of ND4J on the class path runs on this processor"
                + "\n  expected: org.nd4j:nd4j-native with the classifier linux-x86_64"
                + "\n  got:      [linux-x86_64-onednn-avx512, linux-x86_64-avx2],"
                + " and a processor with AVX level 1"
                + "\n  fix:      add the dependency org.nd4j:nd4j-native:1.0.0-M2.1 with the"
                + " classifier linux-x86_64"
                + "\n  see:      "
                + Problem.SITE
                + "#native-build");
  }

  @Test
  void a_wish_that_would_end_the_jvm_is_refused() {
    assertThatThrownBy(() -> NativeBuild.requireRuns("-onednn-avx512", 2))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "the chosen build of ND4J would end this JVM"
                + "\n  expected: a build that this processor can run: AVX level 2 of 3"
                + "\n  got:      -Dorg.bytedeco.javacpp.platform.extension=-onednn-avx512"
                + "\n  fix:      take the property away: the best build is then chosen"
                + "\n  see:      "
                + Problem.SITE
                + "#native-build");
  }

  @ParameterizedTest
  @CsvSource({"-onednn-avx512, 3", "-onednn-avx2, 2", "-avx2, 3", "-onednn, 0", "'', 0"})
  void a_wish_that_the_processor_runs_is_granted(String extension, int avx) {
    assertThatCode(() -> NativeBuild.requireRuns(extension, avx)).doesNotThrowAnyException();
  }

  @Test
  void linux_tells_the_level_by_its_flags() {
    String head = "processor\t: 0\nmodel name\t: some\n";
    assertThat(NativeBuild.avx(head + "flags\t\t: fpu sse2 avx f16c avx2 avx512f\nbugs\t:\n"))
        .isEqualTo(3);
    assertThat(NativeBuild.avx(head + "flags\t\t: fpu sse2 avx f16c avx2\nbugs\t: avx512f\n"))
        .isEqualTo(2);
    assertThat(NativeBuild.avx(head + "flags\t\t: fpu sse2 avx")).isEqualTo(1);
    assertThat(NativeBuild.avx(head + "flags\t\t: fpu sse2\n")).isZero();
    assertThat(NativeBuild.avx(head + "Features\t: fp asimd\n")).isZero();
  }
}
