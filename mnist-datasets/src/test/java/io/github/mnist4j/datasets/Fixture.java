package io.github.mnist4j.datasets;

import io.github.mnist4j.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A small data set with MNIST's file names, and what is needed to look for it. */
final class Fixture {
  final byte[] trainImages = images(40, 1);
  final byte[] trainLabels = labels(40);
  final byte[] testImages = images(8, 2);
  final byte[] testLabels = labels(8);
  final IdxSet set =
      new IdxSet(
          file("train-images-idx3-ubyte", trainImages),
          file("train-labels-idx1-ubyte", trainLabels),
          file("t10k-images-idx3-ubyte", testImages),
          file("t10k-labels-idx1-ubyte", testLabels));
  final DataFile images = set.trainImages();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  final Progress progress =
      new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);

  /** Returns what the user was told, without the prefix of each line. */
  List<String> said() {
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^mnist4j: ", ""))
        .toList();
  }

  byte[] content(DataFile file) {
    return List.of(trainImages, trainLabels, testImages, testLabels).get(set.files().indexOf(file));
  }

  /** Puts all four files into a folder, zipped or not. */
  Path writeAll(Path folder, boolean zipped) {
    for (DataFile file : set.files()) {
      byte[] content = content(file);
      write(
          folder.resolve(zipped ? file.zippedName() : file.name()),
          zipped ? zip(content) : content);
    }
    return folder;
  }

  Downloader downloader(URI... mirrors) {
    return downloader(Duration.ofSeconds(5), 3, mirrors);
  }

  Downloader downloader(Duration stall, int attempts, URI... mirrors) {
    Duration lock = Duration.ofSeconds(20);
    var patience =
        new Downloader.Patience(Duration.ofSeconds(5), stall, lock, attempts, Duration.ofMillis(1));
    return new Downloader(List.of(mirrors), patience, progress);
  }

  static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] zip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] bytes(Idx idx) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    idx.write(out);
    return out.toByteArray();
  }

  /** Returns images that do not compress, so that a transfer has a middle. */
  static byte[] images(int count, long seed) {
    byte[] pixels = new byte[count * 28 * 28];
    new Random(seed).nextBytes(pixels);
    return bytes(Idx.of(Shape.of(count, 28, 28), pixels));
  }

  static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return bytes(Idx.of(Shape.of(count), labels));
  }

  static DataFile file(String name, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new DataFile(name, content.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
