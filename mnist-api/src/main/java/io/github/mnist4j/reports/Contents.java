package io.github.mnist4j.reports;

import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.evaluation.McNemar;
import io.github.mnist4j.evaluation.Mistake;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.metrics.ClassificationReport;
import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a report.
 *
 * @param title its head
 * @param network what was tested
 * @param values loss and metrics by name
 * @param curves how it was trained, one a metric; empty where that is not known
 * @param classNames one a class
 * @param predictions what each sample was taken for
 * @param classes how well each class is known
 * @param calibration whether it is as often right as sure
 * @param mistakes the most confident ones
 * @param comparison with another model; {@code null} without one
 */
public record Contents(
    String title,
    Network network,
    Map<String, Double> values,
    List<Panel> curves,
    List<String> classNames,
    Predictions predictions,
    ClassificationReport classes,
    Calibration calibration,
    List<Shown> mistakes,
    @Nullable Comparison comparison) {
  /**
   * A network in a few words.
   *
   * @param name its name
   * @param loss what training makes small
   * @param input one sample's shape
   * @param params the number of parameters
   * @param layers one a layer, from the first
   */
  public record Network(
      String name, String loss, String input, long params, List<NetworkLayer> layers) {}

  /**
   * A layer in a few words.
   *
   * @param name its name
   * @param type its class
   * @param output its output's shape
   * @param params the number of its parameters
   */
  public record NetworkLayer(String name, String type, String output, long params) {}

  /**
   * A mistake, and the sample.
   *
   * @param mistake what was taken for what
   * @param image the sample; {@code null} where samples are no images
   * @param grey whether it has no colours
   */
  public record Shown(Mistake mistake, @Nullable Tensor image, boolean grey) {}

  /**
   * Another model beside this one.
   *
   * @param name the other's name
   * @param accuracy the other's
   * @param loss the other's
   * @param test this one first
   */
  public record Comparison(String name, double accuracy, double loss, McNemar test) {}

  String name(int label) {
    return classNames.get(label);
  }
}
