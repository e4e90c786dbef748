package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;

/** Another set with weights of its samples. */
final class WeightedDataset implements DatasetView {
  private final Dataset source;
  private final float[] weights;

  WeightedDataset(Dataset source, float[] weights) {
    if (weights.length != source.size()) {
      throw Problem.of("samples and weights are not of the same number")
          .expected("a weight for each of " + source.size() + " samples")
          .got(weights.length + " weights")
          .see("rows-differ")
          .asDataException();
    }
    for (int i = 0; i < weights.length; i++) {
      if (!Float.isFinite(weights[i])) {
        throw Problem.of("a sample's weight is not finite")
            .expected("finite numbers")
            .got(weights[i] + " for row " + i)
            .fix("to leave a sample out, give it the weight 0")
            .see("not-finite")
            .asDataException();
      }
    }
    this.source = source;
    this.weights = weights.clone();
  }

  @Override
  public Dataset source() {
    return source;
  }

  @Override
  public Dataset epoch(int epoch) {
    return new WeightedDataset(source.epoch(epoch), weights);
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public void fillWeights(int[] rows, int from, int to, float[] weights) {
    for (int i = from; i < to; i++) {
      weights[i - from] = this.weights[rows[i]];
    }
  }
}
