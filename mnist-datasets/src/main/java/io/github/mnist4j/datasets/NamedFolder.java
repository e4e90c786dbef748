package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that the caller chose. What is not there is an error, never a reason to look elsewhere.
 *
 * @param by how it was named, for error texts: {@code -Dmnist.home}
 */
record NamedFolder(Path path, String by) {
  private static final int SHOWN = 8;

  /** Reads the set's four files, or four others in their likeness. */
  Mnist load(IdxSet set, Progress progress) {
    Map<DataFile, Path> places = places(set);
    Map<DataFile, Verified> read = new HashMap<>();
    for (DataFile file : set.files()) {
      read.put(file, Verified.read(places.get(file)));
    }
    List<DataFile> genuine = set.files().stream().filter(file -> read.get(file).is(file)).toList();
    if (genuine.isEmpty()) {
      progress.note("the files in " + path + " are not MNIST's own; they are read as they are");
    } else if (genuine.size() < set.files().size()) {
      throw mixed(set, read, genuine);
    }
    return set.assemble(file -> read.get(file).idx());
  }

  private Map<DataFile, Path> places(IdxSet set) {
    Map<DataFile, Path> places = new HashMap<>();
    for (DataFile file : set.files()) {
      file.names().stream()
          .map(path::resolve)
          .filter(Files::isRegularFile)
          .findFirst()
          .ifPresent(place -> places.put(file, place));
    }
    List<DataFile> missing =
        set.files().stream().filter(file -> !places.containsKey(file)).toList();
    if (!missing.isEmpty()) {
      throw Problem.of("the folder named by " + by + " does not hold MNIST's files: " + path)
          .expected(names(set.files()) + ", each as it is or with .gz")
          .got("no " + names(missing) + "; " + contents())
          .fix("put the missing files there, or name no folder: Mnist.load() then finds its own")
          .see("mnist-files-missing")
          .asDataException();
    }
    return places;
  }

  private String contents() {
    if (!Files.exists(path)) {
      return "there is no such folder";
    }
    if (!Files.isDirectory(path)) {
      return "this is no folder";
    }
    try (Stream<Path> list = Files.list(path)) {
      List<String> names =
          list.map(entry -> entry.getFileName().toString()).sorted().limit(SHOWN + 1L).toList();
      return names.isEmpty()
          ? "the folder is empty"
          : "the folder holds "
              + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
              + (names.size() > SHOWN ? ", …" : "");
    } catch (IOException e) {
      return "the folder cannot be listed";
    }
  }

  private DataException mixed(IdxSet set, Map<DataFile, Verified> read, List<DataFile> genuine) {
    String others =
        set.files().stream()
            .filter(file -> !genuine.contains(file))
            .map(file -> file.name() + " with " + read.get(file).sha256())
            .collect(Collectors.joining(", "));
    return Problem.of("some files are MNIST's and some are not: " + path)
        .expected("all four with MNIST's checksums, or none where this is another data set")
        .got("not MNIST's: " + others)
        .fix("copy these anew; to change data on purpose use Idx.read and ImageDataset.of")
        .see("mnist-files-mixed")
        .asDataException();
  }

  private static String names(List<DataFile> files) {
    return files.stream().map(DataFile::name).collect(Collectors.joining(", "));
  }
}
