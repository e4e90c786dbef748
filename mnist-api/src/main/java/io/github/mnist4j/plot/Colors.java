package io.github.mnist4j.plot;

/** The colours of the pictures, as {@code 0xRRGGBB}. */
final class Colors {
  static final int PAPER = 0xffffff;
  static final int TEXT = 0x262626;
  static final int QUIET_TEXT = 0x555555;
  static final int FRAME = 0x8c8c8c;
  static final int GRID = 0xe4e4e4;
  static final int BAR = 0xb5cde0;

  /** Matplotlib's "tab10", the order in which series get their colours. */
  private static final int[] SERIES = {
    0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22,
    0x17becf
  };

  private Colors() {}

  /** Returns the colour of a series; after ten they start again. */
  static int series(int index) {
    return SERIES[index % SERIES.length];
  }

  /** Returns the colour mixed with much white, to fill what it outlines. */
  static int pale(int color) {
    int pale = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int part = color >> shift & 0xff;
      pale |= (part + 3 * 255) / 4 << shift;
    }
    return pale;
  }
}
