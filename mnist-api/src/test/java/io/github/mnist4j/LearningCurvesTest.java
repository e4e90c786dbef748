package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.plot.Panel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningCurvesTest {
  @Test
  void a_panel_has_training_and_validation_the_loss_first() {
    History history = new History();
    Map<String, Double> logs = new LinkedHashMap<>();
    logs.put("accuracy", .5);
    logs.put("loss", 1.0);
    logs.put("val_loss", 2.0);
    logs.put("learning_rate", .1);
    logs.put("val_own", 3.0);
    history.add(0, logs);
    List<Panel> panels = LearningCurves.of(history);
    assertThat(panels)
        .extracting(Panel::title)
        .containsExactly("Loss", "Accuracy", "Learning rate", "Val own");
    assertThat(panels.get(0))
        .isEqualTo(Panel.of("Loss", "epoch", "loss").line("training", 1).line("validation", 2));
    assertThat(panels.get(1).lines()).extracting(Panel.Line::name).containsExactly("training");
    assertThat(panels.get(3).lines()).extracting(Panel.Line::name).containsExactly("validation");
    assertThat(LearningCurves.of(new History())).isEmpty();
  }
}
