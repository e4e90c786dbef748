package io.github.mnist4j.reports;

import static io.github.mnist4j.reports.Html.count;
import static io.github.mnist4j.reports.Html.number;
import static io.github.mnist4j.reports.Html.percent;

import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.plot.Plots;
import java.util.List;
import java.util.Locale;

/** Whether the network is as often right as it is sure. */
final class CalibrationSection {
  /** Beyond as many, a difference is hardly chance: 5 in 100 of the normal distribution. */
  private static final double DEVIATIONS = 1.96;

  private CalibrationSection() {}

  static void write(Html html, Contents contents) {
    Calibration calibration = contents.calibration();
    html.section("calibration", "Is it as often right as it is sure?");
    html.raw("<div class=\"figures\">\n").figure(Plots.reliability(calibration));
    html.raw("<div>\n");
    html.element("p", summary(contents.predictions()));
    html.element(
        "p",
        "Samples are sorted by their confidence, the probability of the predicted class, into "
            + calibration.bins().size()
            + " bins. The expected calibration error "
            + number(calibration.expectedError())
            + " is the mean distance between confidence and accuracy, bins counted by their"
            + " samples; the maximum "
            + number(calibration.maximumError())
            + " is that of the worst bin, which may be one of few samples.");
    html.raw("</div>\n</div>\n");
    html.details("The bins in numbers");
    html.table(List.of("confidence", "samples", "mean confidence", "accuracy"));
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.count() > 0) {
        html.row(
            String.format(Locale.ROOT, "%.3f – %.3f", bin.low(), bin.high()),
            List.of(count(bin.count()), number(bin.confidence()), number(bin.accuracy())));
      }
    }
    html.endTable().endDetails().endSection();
  }

  private static String summary(Predictions predictions) {
    double confidence = predictions.meanConfidence();
    double accuracy = predictions.accuracy();
    double chance = DEVIATIONS * Math.sqrt(accuracy * (1 - accuracy) / predictions.size());
    String verdict = "as sure as it should be, as far as so many samples can tell.";
    if (Math.abs(confidence - accuracy) > chance) {
      verdict = confidence > accuracy ? "surer than it should be." : "less sure than it could be.";
    }
    return "On the average the network is "
        + percent(confidence)
        + " sure, and right in "
        + percent(accuracy)
        + " of the samples: "
        + verdict;
  }
}
