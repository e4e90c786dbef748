package io.github.mnist4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this runs on, for readers of the results. */
final class Machine {
  private Machine() {}

  /** Returns processor, number of cores, memory, system and JDK. */
  static String describe() {
    return first("/proc/cpuinfo", "model name\\s*:\\s*(.*)", System.getProperty("os.arch"))
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " processors, "
        + Math.round(Double.parseDouble(first("/proc/meminfo", "MemTotal:\\s*(\\d+)", "0")) / 1e6)
        + " GB; "
        + System.getProperty("os.name")
        + "; JDK "
        + Runtime.version()
        + ", "
        + System.getProperty("java.vm.vendor");
  }

  private static String first(String file, String pattern, String otherwise) {
    try {
      Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
      return matcher.find() ? matcher.group(1).trim() : otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }
}
