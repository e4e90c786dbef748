package io.github.mnist4j.datasets;

import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;

/**
 * Says how a download goes: on a terminal by one line that is written over, elsewhere by a line at
 * the start and one at the end.
 */
final class Progress {
  private static final double MEGABYTE = 1e6;

  private final PrintStream out;
  private final boolean live;
  private boolean open;
  private long start;

  Progress(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  static Progress ofSystem() {
    return new Progress(System.err, System.console() != null);
  }

  void start(URI uri) {
    note("downloading " + uri);
    start = System.nanoTime();
  }

  /**
   * Shows how far a transfer is.
   *
   * @param total all there will be, or below 0 where nobody knows
   */
  void at(long bytes, long total) {
    if (live) {
      String share = total > 0 ? String.format(Locale.ROOT, " %3d %%", 100 * bytes / total) : "";
      out.print(String.format(Locale.ROOT, "\rmnist4j: %.1f MB%s", bytes / MEGABYTE, share));
      out.flush();
      open = true;
    }
  }

  void done(long bytes) {
    double seconds = (System.nanoTime() - start) / 1e9;
    note(
        String.format(
            Locale.ROOT, "got %.1f MB in %.1f s, checksum right", bytes / MEGABYTE, seconds));
  }

  /** Prints a line. */
  void note(String text) {
    if (open) {
      out.println();
      open = false;
    }
    out.println("mnist4j: " + text);
  }
}
