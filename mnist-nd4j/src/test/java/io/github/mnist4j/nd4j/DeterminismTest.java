package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  @Test
  void a_seed_gives_the_same_weights_in_each_run_and_another_seed_others() throws Exception {
    ChildJvm first = new ChildJvm(List.of(), TrainAndHash.class, "1");
    ChildJvm second = new ChildJvm(List.of(), TrainAndHash.class, "1");
    ChildJvm other = new ChildJvm(List.of(), TrainAndHash.class, "2");
    String weights = first.output();
    assertThat(weights).matches("hash -?\\d+").isEqualTo(second.output());
    assertThat(other.output()).matches("hash -?\\d+").isNotEqualTo(weights);
  }
}
