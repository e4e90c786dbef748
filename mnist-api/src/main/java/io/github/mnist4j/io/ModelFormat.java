package io.github.mnist4j.io;

import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A format of files that models leave in or enter from; {@link ModelFormats#ALL} lists them. */
public interface ModelFormat {
  /** Returns what a file's name ends in, for messages: {@code .keras}. */
  String ending();

  /** Returns whether a file of this name, which may not exist yet, is of this format. */
  default boolean claims(Path file) {
    return name(file).endsWith(ending());
  }

  /**
   * Requires that there is a file to read.
   *
   * @param what what is read from it, for the message: {@code load a model}
   * @throws UncheckedIOException if there is none
   */
  static void requireReadable(Path file, String what) {
    if (!Files.isReadable(file)) {
      throw new UncheckedIOException(
          new FileNotFoundException("no file to " + what + " from: " + file.toAbsolutePath()));
    }
  }

  /** Returns a file's name; that of a root is empty. */
  static String name(Path file) {
    return file.getFileName() == null ? "" : file.getFileName().toString();
  }

  /**
   * Returns why this format cannot carry a layer, or nothing where it can: the end of a sentence,
   * such as {@code TF.js has no such layer}.
   */
  default Optional<String> obstacle(LayerSpec layer) {
    return Optional.empty();
  }

  /** Returns whether the format has a choice that these options make. */
  default boolean takes(SaveOptions options) {
    return options.equals(SaveOptions.defaults());
  }

  /**
   * Writes a model whose layers it can carry; an older file is replaced whole or not at all.
   *
   * @throws IllegalArgumentException if what the model was compiled with cannot be written; before
   *     a byte is
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  void write(Path file, ModelState model, SaveOptions options);

  /** Returns whether a model can be loaded from such a file. */
  default boolean readable() {
    return true;
  }

  /**
   * Opens a file.
   *
   * @throws io.github.mnist4j.errors.ModelFormatException if it is damaged, or not of a network of
   *     layers that this library has
   * @throws java.io.UncheckedIOException if it cannot be read
   * @throws UnsupportedOperationException if the format is not {@link #readable}
   */
  ModelFile open(Path file);
}
