package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PixelsWarningTest {
  private final Logger log = Logger.getLogger(Model.class.getName());
  private final List<String> said = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          said.add(
              record.getLevel()
                  + ": "
                  + MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.addHandler(handler);
  }

  @AfterEach
  void leave() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
  }

  private static final ImageDataset IMAGES =
      ImageDataset.of(new byte[] {0, 10, (byte) 250, 3}, Shape.of(2, 2), new byte[] {1});

  private static void fit(Dataset data) {
    try (Model model = TestModels.unbuilt().compile(TestModels.options())) {
      model.fit(data, epochs(1));
    }
  }

  @Test
  void pixels_up_to_255_are_warned_of() {
    fit(IMAGES.unscaled());
    assertThat(said)
        .containsExactly(
            "WARNING: the training data has values up to 250: pixels, it seems. Divide by 255, with"
                + " data.scaled(1 / 255.0); networks learn badly from large numbers.");
  }

  @Test
  void of_batches_the_first_is_warned_of() {
    try (Model model = TestModels.unbuilt().compile(TestModels.options())) {
      model.trainOnBatch(IMAGES.unscaled());
      model.trainOnBatch(IMAGES.unscaled());
    }
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).startsWith("WARNING: the batch has values up to 250: pixels");
  }

  @Test
  void scaled_pixels_are_not() {
    fit(IMAGES);
    fit(IMAGES.unscaled().scaled(1 / 255.0));
    assertThat(said).isEmpty();
  }

  @Test
  void numbers_below_zero_are_no_pixels() {
    fit(Dataset.of(Tensor.of(Shape.of(1, 2), -1, 250), 0));
    assertThat(said).isEmpty();
  }
}
