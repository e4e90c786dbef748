package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.optimizers.Schedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasOptimizerTest {
  private static Optimizer read(String className, String config) throws JsonProcessingException {
    String json = "{\"class_name\": \"" + className + "\", \"config\": {" + config + "}}";
    return KerasOptimizer.read(KerasTree.MAPPER.readTree(json), "$");
  }

  @Test
  void what_all_optimizers_have_stands_among_the_settings_of_the_one()
      throws JsonProcessingException {
    Optimizer optimizer =
        Optimizers.adam(0.25).beta1(0.5).weightDecay(0.125).clipnorm(2).ema(0.75).amsgrad(true);
    String json =
        "{\"module\":\"keras.optimizers\",\"class_name\":\"Adam\",\"config\":{\"epsilon\":1.0E-7,"
            + "\"amsgrad\":true,\"beta_1\":0.5,\"beta_2\":0.999,\"learning_rate\":0.25,"
            + "\"weight_decay\":0.125,\"clipnorm\":2.0,\"global_clipnorm\":null,"
            + "\"clipvalue\":null,\"use_ema\":true,\"ema_momentum\":0.75,"
            + "\"ema_overwrite_frequency\":null,\"gradient_accumulation_steps\":null,"
            + "\"name\":\"adam\"},\"registered_name\":null}";
    assertThat(KerasOptimizer.write(optimizer)).hasToString(json);
    assertThat(KerasOptimizer.read(KerasTree.MAPPER.readTree(json), "$")).isEqualTo(optimizer);
  }

  @ParameterizedTest
  @CsvSource({"AdamW,adam_w", "RMSprop,rm_sprop", "SGD,sgd", "Ftrl,ftrl"})
  void its_name_is_the_one_that_keras_gives(String className, String name) {
    assertThat(KerasOptimizer.write(Optimizers.named(className)).path("config").path("name"))
        .hasToString("\"" + name + "\"");
  }

  @Test
  void what_is_not_there_has_the_default() throws JsonProcessingException {
    assertThat(read("RMSprop", "\"rho\": 0.5")).isEqualTo(Optimizers.rmsprop().rho(0.5));
    assertThat(read("AdamW", "\"name\": \"a\"")).isEqualTo(Optimizers.adamW());
  }

  @ParameterizedTest
  @CsvSource({
    "clipnorm,0",
    "clipvalue,0.0",
    "global_clipnorm,false",
    "ema_overwrite_frequency,0",
    "gradient_accumulation_steps,0",
    "gradient_accumulation_steps,null",
    "amsgrad,false",
    "loss_scale_factor,null",
    "decay,0.0",
    "use_ema,false"
  })
  void what_is_unset_changes_nothing(String key, String value) throws JsonProcessingException {
    assertThat(read("SGD", "\"" + key + "\": " + value)).isEqualTo(Optimizers.sgd());
  }

  @Test
  void a_scale_of_the_loss_is_refused() {
    assertThatThrownBy(() -> read("SGD", "\"loss_scale_factor\": 128.0"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "the file wants what this library cannot do, at $.config.loss_scale_factor\n"
                + "  expected: null\n"
                + "  got:      128.0\n"
                + "  fix:      load it for predicting alone: Models.loadUncompiled(file)\n"
                + "  see:      "
                + Problem.SITE
                + "#unsupported-compile");
  }

  @Test
  void what_keras_would_refuse_says_where() {
    assertThatThrownBy(() -> read("AdamW", "\"weight_decay\": null"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("AdamW: weightDecay must not be null");
    assertThatThrownBy(() -> read("SGD", "\"clipnorm\": 1.0, \"clipvalue\": 1.0"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("at $.config")
        .hasMessageContaining("one of clipnorm, globalClipnorm and clipvalue");
    assertThatThrownBy(() -> read("SGD", "\"learning_rate\": \"fast\""))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("at $.config.learning_rate");
    assertThatThrownBy(() -> read("SGD", "\"options\": {}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("does not know, at $.config.options");
  }

  private static String schedule(String className, String config) {
    return "\"learning_rate\": {\"module\": \"keras.optimizers.schedules\", \"class_name\": \""
        + className
        + "\", \"config\": {"
        + config
        + "}, \"registered_name\": null}";
  }

  @Test
  void a_schedule_stands_where_the_learning_rate_does() throws JsonProcessingException {
    String keras =
        schedule(
            "ExponentialDecay",
            "\"initial_learning_rate\": 0.25, \"decay_steps\": 100.0, \"decay_rate\": 0.5,"
                + " \"staircase\": true, \"name\": \"ExponentialDecay\"");
    Optimizer optimizer =
        Optimizers.sgd().learningRate(Schedules.exponentialDecay(0.25, 100, 0.5).staircase(true));
    assertThat(read("SGD", keras)).isEqualTo(optimizer);
    assertThat(KerasOptimizer.write(optimizer).path("config").path("learning_rate"))
        .hasToString(
            "{\"module\":\"keras.optimizers.schedules\",\"class_name\":\"ExponentialDecay\","
                + "\"config\":{\"initial_learning_rate\":0.25,\"decay_steps\":100,"
                + "\"decay_rate\":0.5,\"staircase\":true},\"registered_name\":null}");
  }

  @Test
  void a_schedule_that_cannot_be_read_says_why() {
    assertThatThrownBy(() -> read("SGD", schedule("Noam", "\"a\": 1")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("unknown schedule 'Noam'");
    assertThatThrownBy(() -> read("SGD", schedule("CosineDecay", "\"alpha\": 0.5")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("CosineDecay lacks its");
    String full = "\"initial_learning_rate\": 0.25, \"decay_steps\": 10";
    assertThatThrownBy(() -> read("SGD", schedule("CosineDecay", full + ", \"speed\": 1")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("unknown key \"speed\"");
    assertThatThrownBy(() -> read("SGD", schedule("CosineDecay", full + ", \"alpha\": -1.0")))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("CosineDecay: alpha must be zero or more and finite, got -1.0");
    assertThatThrownBy(
            () -> read("SGD", "\"learning_rate\": 0.1, \"schedule\": {\"class_name\": \"a\"}"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("does not know, at $.config.schedule");
  }
}
