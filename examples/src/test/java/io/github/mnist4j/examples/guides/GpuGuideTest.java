package io.github.mnist4j.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.nd4j.Devices;
import io.github.mnist4j.nd4j.Devices.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuGuideTest {
  @Test
  void devices() {
    // #region list
    List<Device> all = Devices.list();
    Device current = Devices.current();
    // #endregion list
    assertThat(all).contains(current);
    assertThat(current.kind()).isEqualTo(Devices.Kind.CPU);
  }

  @Test
  void a_gpu_that_is_not_there_is_told() {
    Throwable thrown = catchThrowable(() -> Devices.gpu(0));
    String message =
        thrown
            .getMessage()
            .replace(
                Devices.list().toString(), "[CPU:0 (linux-x86_64, AVX-512, build onednn-avx2)]");
    Pages.assertShown("gpu.md", message);
  }

  @Test
  void gpus_are_left_alone() {
    // #region cpu-only
    Devices.cpuOnly(); // the first thing that a program does
    // #endregion cpu-only
    assertThat(System.getProperty(Devices.CPU_ONLY)).isEqualTo("true");
  }
}
