package io.github.mnist4j.evaluation;

import io.github.mnist4j.errors.Problem;
import java.util.Arrays;
import java.util.List;

/** Several predictions of the same samples, to be made one. */
final class Committee {
  private final List<Predictions> members;
  private final int[] labels;
  private final int classes;

  Committee(List<Predictions> several, String what) {
    members = List.copyOf(several);
    if (members.isEmpty()) {
      throw Problem.of("Predictions." + what + ": there are no predictions")
          .expected("at least one")
          .got("an empty list")
          .see("predictions-differ")
          .asIllegalArgument();
    }
    labels = members.get(0).labels();
    classes = members.get(0).classes();
    for (int i = 1; i < members.size(); i++) {
      requireSame(i, what);
    }
  }

  private void requireSame(int i, String what) {
    Predictions member = members.get(i);
    if (member.classes() != classes || !Arrays.equals(member.labels(), labels)) {
      boolean numbers = member.classes() != classes || member.size() != labels.length;
      throw Problem.of("Predictions." + what + ": these are not predictions of the same samples")
          .expected(labels.length + " samples of " + classes + " classes, as in the first ones")
          .got(
              numbers
                  ? member.size() + " samples of " + member.classes() + " classes in number " + i
                  : "other labels in number " + i)
          .fix("predict the same data set, in the same order")
          .see("predictions-differ")
          .asDataException();
    }
  }

  Predictions mean() {
    double[] mean = means();
    float[] probabilities = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      probabilities[i] = (float) mean[i];
    }
    return Predictions.of(labels, winners(mean), classes, probabilities);
  }

  Predictions vote() {
    int[] votes = new int[labels.length * classes];
    for (Predictions member : members) {
      for (int row = 0; row < labels.length; row++) {
        votes[row * classes + member.predicted(row)]++;
      }
    }
    double[] mean = means();
    double[] scores = new double[votes.length];
    float[] parts = new float[votes.length];
    for (int i = 0; i < votes.length; i++) {
      // a mean is at most 1, and so decides among equal votes alone
      scores[i] = 2.0 * votes[i] + mean[i];
      parts[i] = (float) votes[i] / members.size();
    }
    return Predictions.of(labels, winners(scores), classes, parts);
  }

  private double[] means() {
    double[] mean = new double[labels.length * classes];
    for (Predictions member : members) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += member.probability(i / classes, i % classes) / members.size();
      }
    }
    return mean;
  }

  private int[] winners(double... scores) {
    int[] winners = new int[labels.length];
    for (int row = 0; row < winners.length; row++) {
      for (int label = 1; label < classes; label++) {
        if (scores[row * classes + label] > scores[row * classes + winners[row]]) {
          winners[row] = label;
        }
      }
    }
    return winners;
  }
}
