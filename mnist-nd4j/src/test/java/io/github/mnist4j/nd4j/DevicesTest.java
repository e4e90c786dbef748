package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.nd4j.Devices.Device;
import io.github.mnist4j.nd4j.Devices.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the processor: the tests' class path has no other backend. */
class DevicesTest {
  @AfterEach
  void forget() {
    System.clearProperty(Devices.CPU_ONLY);
  }

  @Test
  void the_processor_is_the_only_device_and_the_current_one() {
    List<Device> devices = Devices.list();
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).kind()).isEqualTo(Kind.CPU);
    assertThat(devices.get(0).index()).isZero();
    assertThat(Devices.current()).isEqualTo(devices.get(0));
  }

  @Test
  void a_device_prints_what_it_is() {
    assertThat(Devices.current().toString())
        .matches("CPU:0 \\([a-z]+-[a-z0-9_]+, (no AVX|AVX|AVX2|AVX-512), build [a-z0-9-]+\\)");
    assertThat(new Device(Kind.GPU, 1, "JCublasBackend")).hasToString("GPU:1 (JCublasBackend)");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void a_gpu_that_is_not_there_is_refused(int index) {
    assertThatThrownBy(() -> Devices.gpu(index))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no GPU "
                + index
                + "\n  expected: one of "
                + Devices.list()
                + "\n  got:      GPU:"
                + index
                + "\n  fix:      put ND4J's CUDA backend on the class path:"
                + " org.nd4j:nd4j-cuda-11.6-platform"
                + "\n  see:      "
                + Problem.SITE
                + "#no-gpu");
  }

  @Test
  void the_processor_alone_may_be_asked_for_again_where_it_is_alone() {
    Devices.list();
    assertThatCode(Devices::cpuOnly).doesNotThrowAnyException();
    assertThat(System.getProperty(Devices.CPU_ONLY)).isEqualTo("true");
  }
}
