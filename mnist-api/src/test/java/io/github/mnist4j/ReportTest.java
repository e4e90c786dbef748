package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private final Dataset test = Blobs.dataset(80, 3);

  @TempDir Path folder;

  private static Report untrained(Dataset test) {
    try (Model model = TestModels.model()) {
      return Report.of(model, test);
    }
  }

  @Test
  void it_has_the_numbers_of_evaluate_and_the_answers_of_predict() {
    try (Model model = TestModels.model()) {
      Report report = Report.of(model, test);
      Scores scores = model.evaluate(test, 32, Verbosity.SILENT);
      assertThat(report.scores().values()).isEqualTo(scores.values());
      assertThat(report.scores().report()).isEqualTo(scores.report());
      assertThat(report.predictions().predicted()).isEqualTo(model.predict(test).argmax());
      assertThat(report.predictions().labels()).isEqualTo(Blobs.labels(80, 3));
      assertThat(report).hasToString("Report on sequential: " + scores);
    }
  }

  @Test
  void a_page_has_all_sections_and_what_it_says_is_true() {
    try (Model model = TestModels.model()) {
      History history = model.fit(test, TestModels.epochs(2).validationData(test));
      Report report = Report.of(history, model, test);
      String html = report.compareWith(model, "itself").toHtml();
      ReportPages.requireBalanced(html);
      assertThat(ReportPages.headings(html))
          .containsExactly(
              "Learning curves",
              "Which class is taken for which",
              "The most confident mistakes",
              "How well each class is known",
              "Is it as often right as it is sure?",
              "Beside itself",
              "Network");
      int mistakes = report.predictions().mistakes().size();
      assertThat(mistakes).isPositive();
      String error = String.format("%.4f", Calibration.of(report.predictions()).expectedError());
      assertThat(ReportPages.text(html))
          .contains("samples 80 mistakes " + mistakes + " calibration error " + error)
          .contains("parameters " + model.summary().totalParams())
          .contains("trained on the loss sparse_categorical_crossentropy")
          .contains("They differ in none.");
      assertThat(ReportPages.count(html, "<figure class=\"plot\">")).isEqualTo(2 + 2);
      assertThat(ReportPages.count(html, "<figcaption>")).isEqualTo(Math.min(30, mistakes));
    }
  }

  @Test
  void without_a_history_there_are_no_curves() {
    assertThat(ReportPages.headings(untrained(test).toHtml()))
        .doesNotContain("Learning curves")
        .hasSize(5);
    try (Model model = TestModels.model()) {
      History none = model.fit(test, TestModels.epochs(0));
      assertThat(Report.of(none, model, test).toHtml()).doesNotContain("Learning curves");
    }
  }

  @Test
  void nothing_is_fetched_run_or_dated() {
    String html = untrained(test).toHtml();
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    assertThat(html).contains("default-src 'none'");
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "//", "<script", "<link", "@import", "url(", "onload=");
    assertThat(ReportPages.count(html, " (src|href)=\"(?!#|data:image/png;base64,)")).isZero();
    assertThat(untrained(test).toHtml()).isEqualTo(html);
  }

  @Test
  void names_and_titles_are_text_whatever_they_hold() {
    String evil = "<script>alert('1')</script>";
    try (Model model = TestModels.model()) {
      String html =
          Report.of(model, test)
              .title(evil)
              .classNames(evil, "b & c", "\"d\"")
              .compareWith(model, evil)
              .toHtml();
      assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
      assertThat(html).contains("b &amp; c", "&quot;d&quot;");
      ReportPages.requireBalanced(html);
    }
  }

  @Test
  void mistakes_and_bins_are_a_matter_of_taste() {
    Report report = untrained(test);
    assertThat(ReportPages.count(report.mistakes(2).toHtml(), "<figcaption>")).isEqualTo(2);
    assertThat(ReportPages.count(report.mistakes(0).toHtml(), "<figcaption>")).isZero();
    assertThat(report.bins(7).toHtml()).contains("into 7 bins");
    assertThatThrownBy(() -> report.mistakes(-1))
        .hasMessage("Report: mistakes must be at least 0, got -1");
    assertThatThrownBy(() -> report.bins(0)).hasMessage("Report: bins must be at least 1, got 0");
    assertThatThrownBy(() -> report.classNames("a"))
        .hasMessage("ClassificationReport: names must be 3, one a class, got 1");
    assertThatThrownBy(report::classNames)
        .hasMessage("Report: class names must be 3, one a class, got 0");
  }

  @Test
  void a_file_is_written_whole_and_replaces_an_older_one() throws IOException {
    Report report = untrained(test);
    Path file = folder.resolve("a/b/report.html");
    report.write(file);
    assertThat(file).hasContent(report.toHtml());
    report.title("anew").write(file);
    assertThat(file).content().contains("<h1>anew</h1>");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void where_it_cannot_be_written_the_older_one_stays() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("report.html/x")).getParent();
    assertThatThrownBy(() -> untrained(test).write(taken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + taken);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEqualTo(List.of(taken));
    }
  }

  @Test
  void the_set_is_checked_once_and_tested_once_and_of_it_only_mistakes_are_read_again() {
    AtomicInteger made = new AtomicInteger();
    Dataset counted =
        Dataset.generate(
            80,
            Blobs.SAMPLE,
            Shape.scalar(),
            (row, x, y) -> {
              made.incrementAndGet();
              test.fill(new int[] {row}, 0, 1, x, y);
            });
    Report report = untrained(counted);
    assertThat(made).hasValue(2 * 80);
    assertThat(report.mistakes(3).toHtml()).contains("<figcaption>");
    assertThat(made).hasValue(2 * 80 + 3);
  }

  @Test
  void nothing_wrong_is_said_so() {
    Report report = untrained(test);
    int[] right = IntStream.range(0, 80).filter(i -> report.predictions().isRight(i)).toArray();
    assertThat(ReportPages.text(untrained(test.rows(right)).toHtml()))
        .contains("There is none: each sample was taken for what it is.")
        .contains("No sample was taken for what it is not.");
  }
}
