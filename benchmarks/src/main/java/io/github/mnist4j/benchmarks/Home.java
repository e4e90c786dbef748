package io.github.mnist4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Where things are.
 *
 * @param folder the benchmarks' own
 */
record Home(Path folder) {
  private static final List<String> FILES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  /** Returns the folder that the build names, or the one this is run in. */
  static Home ofSystem() {
    return new Home(Path.of(System.getProperty("benchmarks.home", "benchmarks")).toAbsolutePath());
  }

  /** Returns a folder for what is made here, empty of nothing. */
  Path made(String name) throws IOException {
    return Files.createDirectories(folder.resolve("target").resolve(name));
  }

  /** Unpacks MNIST from the data module where that has not been done, and returns its folder. */
  Path digits() throws IOException {
    Path digits = made("digits");
    for (String name : FILES) {
      Path file = digits.resolve(name);
      if (!Files.exists(file)) {
        Path part = digits.resolve(name + ".part");
        try (InputStream packed =
            Home.class.getResourceAsStream("/io/github/mnist4j/mnist/" + name + ".gz")) {
          if (packed == null) {
            throw new IOException("mnist-data is not on the class path");
          }
          Files.copy(new GZIPInputStream(packed), part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file);
      }
    }
    return digits;
  }

  /** Returns the command that starts a contestant, but for what {@code Answers.run} takes. */
  List<String> command(Entry entry, int threads, String python) throws IOException {
    List<String> command = new ArrayList<>();
    if (entry.isPython()) {
      command.add(python);
      command.add(folder.resolve(Entry.PYTHON).resolve(entry.main()).toString());
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      entry.flags().forEach(flag -> command.add(flag.replace(Entry.THREADS, "" + threads)));
      command.add("-cp");
      command.add(
          module(entry).resolve("target/classes")
              + File.pathSeparator
              + String.join(File.pathSeparator, classPath(entry)));
      command.add(entry.main());
    }
    return command;
  }

  private Path module(Entry entry) {
    return folder.resolve("contestants").resolve(entry.folder());
  }

  private List<String> classPath(Entry entry) throws IOException {
    String line = Files.readString(module(entry).resolve("target/class-path")).trim();
    return Arrays.asList(line.split(File.pathSeparator));
  }

  /** Returns how many bytes a user of this framework downloads: its class path, without ours. */
  long download(Entry entry) throws IOException {
    long sum = 0;
    for (String path : classPath(entry)) {
      boolean harness = path.startsWith(folder.resolve("contestants").toString());
      sum += harness ? 0 : size(Path.of(path));
    }
    return sum;
  }

  /** A module of this build is a folder of classes, as long as it is not packed. */
  private static long size(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return Files.size(path);
    }
    long sum = 0;
    try (Stream<Path> files = Files.walk(path)) {
      for (Iterator<Path> it = files.filter(Files::isRegularFile).iterator(); it.hasNext(); ) {
        sum += Files.size(it.next());
      }
    }
    return sum;
  }
}
