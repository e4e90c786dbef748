package io.github.mnist4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final String RULE = "_".repeat(65) + "\n";
  private static final String DOUBLE = "=".repeat(65) + "\n";

  private final Sequential cnn =
      Sequential.of(
          Conv2D(32, 3, relu),
          MaxPool(2),
          Conv2D(64, 3, relu),
          MaxPool(2),
          Flatten(),
          Dense(64, relu),
          Dense(10));

  @Test
  void the_tutorials_table_is_there_character_for_character() {
    assertThat(cnn.build(Shape.of(28, 28, 1)).summary())
        .hasToString(
            "Model: \"sequential\"\n"
                + RULE
                + "Layer (type)                 Output Shape              Param #   \n"
                + DOUBLE
                + "conv2d (Conv2D)              (None, 26, 26, 32)        320       \n"
                + RULE
                + "max_pooling2d (MaxPooling2D) (None, 13, 13, 32)        0         \n"
                + RULE
                + "conv2d_1 (Conv2D)            (None, 11, 11, 64)        18496     \n"
                + RULE
                + "max_pooling2d_1 (MaxPooling2 (None, 5, 5, 64)          0         \n"
                + RULE
                + "flatten (Flatten)            (None, 1600)              0         \n"
                + RULE
                + "dense (Dense)                (None, 64)                102464    \n"
                + RULE
                + "dense_1 (Dense)              (None, 10)                650       \n"
                + DOUBLE
                + "Total params: 121,930\n"
                + "Trainable params: 121,930\n"
                + "Non-trainable params: 0\n"
                + RULE);
  }

  @Test
  void an_unbuilt_network_shows_no_shapes() {
    assertThat(Sequential.of(Flatten(), Dense(10)).name("small").summary())
        .hasToString(
            "Model: \"small\"\n"
                + RULE
                + "Layer (type)                 Output Shape              Param #   \n"
                + DOUBLE
                + "flatten (Flatten)            ?                         0 (unbuilt"
                + "\n"
                + RULE
                + "dense (Dense)                ?                         0 (unbuilt"
                + "\n"
                + DOUBLE
                + "Total params: 0\n"
                + "Trainable params: 0\n"
                + "Non-trainable params: 0\n"
                + RULE);
  }

  @Test
  void parameters_that_training_leaves_alone_count_apart() {
    Summary.Row row =
        new Summary.Row("norm", "BatchNormalization", "(None, 4)", 8, 1_000_000, true);
    Summary summary = new Summary("net", List.of(row, row));
    assertThat(summary.trainableParams()).isEqualTo(16);
    assertThat(summary.nonTrainableParams()).isEqualTo(2_000_000);
    assertThat(summary.totalParams()).isEqualTo(2_000_016);
    assertThat(summary.toString())
        .contains("Total params: 2,000,016\n", "Non-trainable params: 2,000,000\n");
  }

  @Test
  void a_model_shows_its_networks_table() {
    try (Model model = TestModels.model()) {
      assertThat(model.summary()).isEqualTo(TestModels.network().summary());
    }
  }
}
