package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Problem;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What networks can run on. On the processor, as it is; on a GPU where ND4J's CUDA backend is on
 * the class path instead.
 *
 * <pre>{@code
 * System.out.println(Devices.list());       // [CPU:0 (linux-x86_64, AVX-512, build onednn-avx2)]
 * System.out.println(Devices.current());
 * }</pre>
 */
public final class Devices {
  /** Set to {@code true}, this system property is {@link #cpuOnly()} without a line of code. */
  public static final String CPU_ONLY = "mnist4j.cpuOnly";

  private Devices() {}

  /**
   * One device.
   *
   * @param kind what it is
   * @param index which of its kind, counted from 0
   * @param name a name for people
   */
  public record Device(Kind kind, int index, String name) {
    @Override
    public String toString() {
      return kind + ":" + index + " (" + name + ")";
    }
  }

  /** Kinds of devices. */
  public enum Kind {
    /** The processor. */
    CPU,
    /** A graphics processor, by CUDA. */
    GPU
  }

  /** Returns the devices that ND4J has; loads it. */
  public static List<Device> list() {
    Nd4jRuntime.start();
    List<Device> devices = new ArrayList<>();
    if (Nd4jRuntime.onProcessor()) {
      devices.add(new Device(Kind.CPU, 0, NativeBuild.describe()));
    } else {
      int count = Nd4j.getAffinityManager().getNumberOfDevices();
      for (int i = 0; i < count; i++) {
        devices.add(new Device(Kind.GPU, i, Nd4j.getBackend().getClass().getSimpleName()));
      }
    }
    return List.copyOf(devices);
  }

  /** Returns the device that this thread's networks run on; loads ND4J. */
  public static Device current() {
    return list()
        .get(Nd4jRuntime.onProcessor() ? 0 : Nd4j.getAffinityManager().getDeviceForCurrentThread());
  }

  /**
   * Leaves GPUs alone, also where the CUDA backend is on the class path. Comes before anything else
   * that touches ND4J.
   *
   * @throws IllegalStateException if ND4J runs on a GPU already
   */
  public static void cpuOnly() {
    System.setProperty(CPU_ONLY, "true");
    if (Nd4jRuntime.started() && !Nd4jRuntime.onProcessor()) {
      throw Problem.of("ND4J runs on a GPU already")
          .expected("cpuOnly() before the first network, list() or current()")
          .fix("move the call to the start of the program, or run it with -D" + CPU_ONLY + "=true")
          .see("cpu-only")
          .asIllegalState();
    }
  }

  /**
   * Runs this thread's networks on one GPU.
   *
   * @param index which, counted from 0
   * @throws IllegalArgumentException if there is no such GPU
   */
  public static void gpu(int index) {
    List<Device> devices = list();
    if (Nd4jRuntime.onProcessor() || index < 0 || index >= devices.size()) {
      throw Problem.of("there is no GPU " + index)
          .expected("one of " + devices)
          .got("GPU:" + index)
          .fix("put ND4J's CUDA backend on the class path: org.nd4j:nd4j-cuda-11.6-platform")
          .see("no-gpu")
          .asIllegalArgument();
    }
    Nd4j.getAffinityManager().unsafeSetDevice(index);
  }
}
