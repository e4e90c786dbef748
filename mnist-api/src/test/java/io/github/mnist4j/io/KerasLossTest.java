package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.losses.BinaryFocalCrossentropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasLossTest {
  private static Loss read(String json) throws JsonProcessingException {
    return KerasLoss.read(KerasTree.MAPPER.readTree(json.replace('\'', '"')), "$.loss");
  }

  @Test
  void settings_have_keras_names() {
    assertThat(KerasLoss.write(new BinaryFocalCrossentropy(true, 0.1, true, 0.5, 1)))
        .hasToString(
            "{\"module\":\"keras.losses\",\"class_name\":\"BinaryFocalCrossentropy\",\"config\":{"
                + "\"name\":\"binary_focal_crossentropy\",\"reduction\":\"sum_over_batch_size\","
                + "\"label_smoothing\":0.1,\"apply_class_balancing\":true,\"alpha\":0.5,"
                + "\"gamma\":1.0,\"from_logits\":true},\"registered_name\":null}");
  }

  @Test
  void all_of_them_are_read() throws JsonProcessingException {
    assertThat(
            read(
                "{'class_name':'BinaryFocalCrossentropy','config':{'name':'a','axis':-1,"
                    + "'apply_class_balancing':true,'alpha':0.75,'gamma':1,'from_logits':true,"
                    + "'label_smoothing':0.5,'reduction':'sum_over_batch_size'}}"))
        .isEqualTo(new BinaryFocalCrossentropy(true, 0.5, true, 0.75, 1));
    assertThat(read("'kld'")).isEqualTo(Losses.klDivergence());
    assertThat(read("{'class_name':'Huber','config':{'name':'huber_loss','delta':2}}"))
        .isEqualTo(Losses.huber(2));
  }

  @ParameterizedTest
  @CsvSource({
    "reduction,'''sum''',sum_over_batch_size or mean or auto",
    "axis,1,-1",
    "dtype,'''float64''',float32 or null"
  })
  void what_would_change_the_numbers_is_refused(String key, String value, String expected) {
    assertThatThrownBy(() -> read("{'class_name':'Hinge','config':{'" + key + "':" + value + "}}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "the file wants what this library cannot do, at $.loss.config."
                + key
                + "\n  expected: "
                + expected
                + "\n  got:      "
                + value.replace('\'', '"')
                + "\n  fix:      load it for predicting alone: Models.loadUncompiled(file)"
                + "\n  see:      https://mnist4j.github.io/troubleshooting#unsupported-compile");
  }

  @Test
  void a_setting_of_another_loss_and_one_out_of_range_are_refused() {
    assertThatThrownBy(() -> read("{'class_name':'Hinge','config':{'from_logits':false}}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            "the file has a key that this library does not know, at $.loss.config.from_logits");
    assertThatThrownBy(() -> read("{'class_name':'Huber','config':{'delta':-1}}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("$.loss.config")
        .hasMessageContaining("Huber: delta must be positive and finite, got -1.0");
  }
}
