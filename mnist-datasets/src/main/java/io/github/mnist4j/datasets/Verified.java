package io.github.mnist4j.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was read, and whether it is the very file that was meant; one pass does both.
 *
 * @param idx the content
 * @param sha256 of the content, not gzipped
 */
record Verified(Idx idx, String sha256) {
  /** Reads a file that may hold anything. */
  static Verified read(Path path) {
    return read(path, IdxReader.LONGEST);
  }

  /**
   * Reads a file that claims to be a certain one, and is not followed further than that one goes.
   *
   * @throws io.github.mnist4j.errors.DataException if it is not IDX or cannot be read
   */
  static Verified read(Path path, DataFile file) {
    return read(path, file.bytes());
  }

  private static Verified read(Path path, long limit) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString(), limit);
    } catch (IOException e) {
      throw IdxReader.unreadable(path.toString(), e);
    }
  }

  /** As {@link #read(Path, DataFile)}, from a stream, which stays open. */
  static Verified read(InputStream raw, String name, long limit) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in =
        new BufferedInputStream(new DigestInputStream(IdxReader.content(raw), digest), 1 << 16)) {
      Idx idx = IdxReader.read(in, name, limit);
      return new Verified(idx, HexFormat.of().formatHex(digest.digest()));
    }
  }

  boolean is(DataFile file) {
    return sha256.equals(file.sha256());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
