package io.github.mnist4j.datasets;

import java.util.List;

/**
 * A file of a data set.
 *
 * @param name the name its authors gave it, without {@code .gz}
 * @param bytes the size of its content, not gzipped
 * @param sha256 of its content, in lower-case hexadecimal digits
 */
record DataFile(String name, long bytes, String sha256) {
  /** Returns the name it has when gzipped, as mirrors offer it and the cache keeps it. */
  String zippedName() {
    return name + ".gz";
  }

  /** Returns the names under which a folder may hold it; some mirrors put a dot before "idx". */
  List<String> names() {
    String dotted = name.replace("-idx", ".idx");
    return List.of(name, zippedName(), dotted, dotted + ".gz");
  }

  /** Returns the most bytes to download: gzip makes nothing much longer, even where it fails. */
  long downloadLimit() {
    return bytes + (1 << 16);
  }
}
