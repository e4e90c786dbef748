package io.github.mnist4j;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.evaluation.McNemar;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.io.AtomicFile;
import io.github.mnist4j.metrics.ClassificationReport;
import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.reports.Contents;
import io.github.mnist4j.reports.Contents.Comparison;
import io.github.mnist4j.reports.Contents.Network;
import io.github.mnist4j.reports.Contents.NetworkLayer;
import io.github.mnist4j.reports.ReportPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model does and does not know, as one page to read and to pass on: learning curves,
 * confusion matrix, precision, recall and F1 of each class, the most confident mistakes with their
 * images, calibration, and how it does beside another model.
 *
 * <pre>{@code
 * History history = model.fit(mnist.train(), epochs(5).validationData(mnist.test()));
 * Report.of(history, model, mnist.test()).write(Path.of("report.html"));
 * }</pre>
 *
 * <p>The model goes through the set once, when the report is made; of that the report keeps the
 * probabilities, {@code samples · classes} floats. It may be written after the model was closed.
 * The HTML file holds all it shows, asks for nothing from any network, and fits a phone as well as
 * a dark screen. The example {@code MnistReport} makes one.
 *
 * <p>The model must tell one class a sample, by logits or by probabilities, as its loss says: a
 * cross-entropy, or any loss behind softmax or sigmoid. Immutable.
 */
public final class Report {
  private static final int MISTAKES = 30;

  private final Dataset test;
  private final Classified classified;
  private final Network network;
  private final List<Panel> curves;
  private final Options options;
  private final @Nullable Comparison comparison;

  /** What may be chosen. */
  private record Options(String title, List<String> classNames, int mistakes, int bins) {}

  private Report(
      Dataset test,
      Classified classified,
      Network network,
      List<Panel> curves,
      Options options,
      @Nullable Comparison comparison) {
    this.test = test;
    this.classified = classified;
    this.network = network;
    this.curves = curves;
    this.options = options;
    this.comparison = comparison;
  }

  /**
   * Tests a model.
   *
   * @param test samples of one class each, numbers or one-hot
   * @throws io.github.mnist4j.errors.DataException if the data is empty, not finite, does not fit
   *     the loss, or is not of one class a sample; if the model gives no probabilities of classes
   * @throws io.github.mnist4j.errors.ShapeException if its shape is not the network's
   * @throws IllegalStateException if the model is closed, or was loaded for predicting alone
   */
  public static Report of(Model model, Dataset test) {
    Classified classified = model.classified(test);
    Options options =
        new Options(
            "Report on " + model.architecture().name(),
            IntStream.range(0, classified.predictions().classes())
                .mapToObj(Integer::toString)
                .toList(),
            MISTAKES,
            Calibration.BINS);
    return new Report(test, classified, network(model), List.of(), options, null);
  }

  /**
   * Tests a model, and shows how it was trained as well.
   *
   * @param history what {@code fit} returned
   * @see #of(Model, Dataset)
   */
  public static Report of(History history, Model model, Dataset test) {
    Report report = of(model, test);
    return new Report(
        test, report.classified, report.network, LearningCurves.of(history), report.options, null);
  }

  private static Network network(Model model) {
    Summary summary = model.summary();
    return new Network(
        summary.name(),
        model.options().loss().name(),
        model.architecture().inputShape().orElseThrow().toString(),
        summary.totalParams(),
        summary.rows().stream()
            .map(
                row ->
                    new NetworkLayer(
                        row.name(),
                        row.className(),
                        row.outputShape(),
                        row.trainable() + row.fixed()))
            .toList());
  }

  private Report with(Options options) {
    return new Report(test, classified, network, curves, options, comparison);
  }

  /** Returns the same report under a title of its own. */
  public Report title(String title) {
    Check.notNull(title, "Report", "title");
    return with(new Options(title, options.classNames, options.mistakes, options.bins));
  }

  /**
   * Returns the same report with names for the classes, in their order; without, they have their
   * numbers.
   *
   * @throws IllegalArgumentException if there is not one a class
   */
  public Report classNames(String... names) {
    List<String> list = predictions().confusion().report().names(names).names();
    if (list.isEmpty()) {
      throw new IllegalArgumentException(
          "Report: class names must be " + predictions().classes() + ", one a class, got 0");
    }
    return with(new Options(options.title, list, options.mistakes, options.bins));
  }

  /**
   * Returns the same report with another number of mistakes.
   *
   * @param most how many are shown at most, 0 or more; 30
   */
  public Report mistakes(int most) {
    Check.atLeast(0, most, "Report", "mistakes");
    return with(new Options(options.title, options.classNames, most, options.bins));
  }

  /**
   * Returns the same report with another number of bins of confidence.
   *
   * @param bins at least 1; 15
   */
  public Report bins(int bins) {
    Check.atLeast(1, bins, "Report", "bins");
    return with(new Options(options.title, options.classNames, options.mistakes, bins));
  }

  /**
   * Returns the same report with another model beside this one: it is tested on the same samples,
   * and McNemar's test says whether one of them is better.
   *
   * @param other a model of the same classes
   * @param name what it is called
   * @throws io.github.mnist4j.errors.DataException as {@link #of(Model, Dataset)} does
   */
  public Report compareWith(Model other, String name) {
    Check.notNull(name, "Report", "name");
    Classified others = other.classified(test);
    Comparison compared =
        new Comparison(
            name,
            others.predictions().accuracy(),
            others.loss(),
            McNemar.of(predictions(), others.predictions()));
    return new Report(test, classified, network, curves, options, compared);
  }

  /** Returns what each sample was taken for, and how sure the model was. */
  public Predictions predictions() {
    return classified.predictions();
  }

  /** Returns loss, metrics and what is known of each class. */
  public Scores scores() {
    return new Scores(classified.values(), predictions().confusion(), null);
  }

  /** Returns the page, a whole HTML document. */
  public String toHtml() {
    ClassificationReport classes =
        new ClassificationReport(predictions().confusion(), options.classNames);
    return ReportPage.of(
        new Contents(
            options.title,
            network,
            classified.values(),
            curves,
            options.classNames,
            predictions(),
            classes,
            Calibration.of(predictions(), options.bins),
            MistakeImages.of(test, predictions().mostConfidentMistakes(options.mistakes)),
            comparison));
  }

  /**
   * Writes the page to a file, in UTF-8. Folders that are missing are made; an older file is
   * replaced whole or not at all.
   *
   * @param file its name should end in {@code .html}, so that browsers open it
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    String html = toHtml();
    AtomicFile.write(file, partial -> Files.writeString(partial, html));
  }

  /** Returns the title and the scores. */
  @Override
  public String toString() {
    return options.title + ": " + scores();
  }
}
