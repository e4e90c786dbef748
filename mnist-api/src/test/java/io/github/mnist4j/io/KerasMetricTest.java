package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.AUC;
import io.github.mnist4j.metrics.Average;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.metrics.Metrics;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasMetricTest {
  private static Metric read(String json) throws JsonProcessingException {
    return KerasMetric.read(
            KerasTree.MAPPER.readTree(("[" + json + "]").replace('\'', '"')), "$.metrics")
        .get(0);
  }

  @Test
  void accuracies_are_written_as_their_names() {
    assertThat(KerasMetric.write(Metrics.named("acc"))).hasToString("\"acc\"");
    assertThat(KerasMetric.write(Metrics.binaryAccuracy())).hasToString("\"binary_accuracy\"");
    assertThat(KerasMetric.write(Metrics.binaryAccuracy().threshold(0.25)))
        .hasToString(
            "{\"module\":\"keras.metrics\",\"class_name\":\"BinaryAccuracy\",\"config\":{"
                + "\"threshold\":0.25,\"name\":\"binary_accuracy\"},\"registered_name\":null}");
  }

  @Test
  void settings_have_keras_names_and_values() {
    assertThat(KerasMetric.write(Metrics.precision().topK(2).threshold(0.5)).path("config"))
        .hasToString("{\"top_k\":2,\"class_id\":null,\"name\":\"precision\",\"thresholds\":0.5}");
    assertThat(KerasMetric.write(Metrics.f1Score().average(Average.MACRO)).path("config"))
        .hasToString("{\"average\":\"macro\",\"threshold\":null,\"name\":\"f1_score\"}");
    assertThat(KerasMetric.write(Metrics.auc().curve(AUC.Curve.PR).fromLogits()).path("config"))
        .hasToString(
            "{\"num_thresholds\":200,\"curve\":\"PR\",\"summation_method\":\"interpolation\","
                + "\"name\":\"auc\",\"from_logits\":true}");
    assertThat(KerasMetric.write(Metrics.named("LogCoshError")).path("class_name").asText())
        .isEqualTo("LogCoshError");
  }

  @Test
  void a_function_and_a_threshold_in_a_list_are_read() throws JsonProcessingException {
    assertThat(read("{'class_name':'function','config':'mean_absolute_error'}"))
        .isEqualTo(Metrics.mean(Losses.meanAbsoluteError()));
    assertThat(read("{'class_name':'Recall','config':{'thresholds':[0.25],'name':'r'}}"))
        .isEqualTo(Metrics.recall().threshold(0.25).name("r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "Precision;thresholds;[0.25,0.5]",
        "F1Score;average;'best'",
        "AUC;multi_label;true",
        "AUC;curve;'PRGAIN'",
        "MeanSquaredError;from_logits;true",
        "SparseTopKCategoricalAccuracy;from_sorted_ids;true",
        "TopKCategoricalAccuracy;k;0"
      })
  void what_this_library_has_not_is_refused_with_its_place(String type, String key, String value) {
    assertThatThrownBy(
            () -> read("{'class_name':'" + type + "','config':{'" + key + "':" + value + "}}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("$.metrics[0].config");
  }

  @Test
  void a_metric_that_keras_has_not_is_refused() {
    assertThatThrownBy(() -> KerasMetric.requireWritable(Metrics.mean(Losses.huber())))
        .hasMessage(
            "the metric 'huber' cannot be written to a file\n"
                + "  expected: metrics of this library: "
                + String.join(", ", new TreeSet<>(Metrics.TYPES.keySet()))
                + "\n"
                + "  got:      io.github.mnist4j.metrics.LossMetric of the loss huber\n"
                + "  fix:      save the weights alone, or compile without it before saving\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#metric-not-written");
    assertThatThrownBy(() -> KerasMetric.requireWritable(Metrics.custom("own", (y, output) -> 0)))
        .hasMessageStartingWith("the metric 'own' cannot be written to a file");
  }
}
