package io.github.mnist4j.nd4j;

/** What a network is wired for. */
enum Pass {
  /** Forward alone. */
  PREDICT,
  /** Forward as when predicting, and back: how the outputs change with the inputs. */
  EXPLAIN,
  /** Forward as in training, and back. */
  TRAIN;

  static Pass of(boolean training) {
    return training ? TRAIN : PREDICT;
  }
}
