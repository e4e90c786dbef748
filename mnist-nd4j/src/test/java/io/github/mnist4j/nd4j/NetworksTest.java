package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "5,8", "9,16", "16,16", "17,20", "32,32", "33,40", "257,320"})
  void sizes_are_rounded_up_to_powers_of_two_and_their_quarters(int n, int rounded) {
    assertThat(Networks.roundedUp(n)).isEqualTo(rounded);
  }

  @Test
  void rounded_sizes_are_never_smaller_never_twice_as_large_and_few() {
    assertThat(IntStream.rangeClosed(1, 4096))
        .allMatch(n -> Networks.roundedUp(n) >= n && Networks.roundedUp(n) < 2 * n);
    assertThat(IntStream.rangeClosed(17, 4096)).allMatch(n -> Networks.roundedUp(n) * 4 < n * 5);
    assertThat(IntStream.rangeClosed(1, 4096).map(Networks::roundedUp).distinct().count())
        .isLessThan(40);
  }

  private interface Body {
    void run(Networks networks);
  }

  private static void with(Body body) {
    Nd4jRuntime.start();
    NetworkSpec spec = Specs.of(Shape.of(3), Layers.Dense(2));
    try (Memory memory = new Memory(DataType.FLOAT);
        Networks networks =
            new Networks(spec, LossKernel.of(spec), new Parameters(spec, memory), () -> 0)) {
      body.run(networks);
    }
  }

  @Test
  void what_is_borrowed_is_not_lent_again_until_it_is_back() {
    with(
        networks -> {
          Lane first = networks.borrow(5);
          Lane second = networks.borrow(5);
          assertThat(second).isNotSameAs(first);
          networks.giveBack(first);
          assertThat(networks.borrow(6)).isSameAs(first);
          networks.giveBack(first);
          networks.giveBack(second);
        });
  }

  @Test
  void where_too_many_wait_those_that_have_waited_longest_go() {
    with(
        networks -> {
          Lane old = networks.borrow(500);
          Lane newer = networks.borrow(600);
          networks.giveBack(old);
          networks.giveBack(newer);
          assertThat(networks.borrow(600)).isSameAs(newer);
          networks.giveBack(newer);
          Lane other = networks.borrow(500);
          assertThat(other).isNotSameAs(old);
          networks.giveBack(other);
        });
  }

  @Test
  void the_few_sizes_that_were_trained_last_are_kept() {
    with(
        networks -> {
          TrainingStep first = networks.training(1);
          TrainingStep second = networks.training(2);
          for (int n = 3; n <= 5; n++) {
            assertThat(networks.training(1)).isSameAs(first);
            networks.training(n);
          }
          assertThat(networks.training(1)).isSameAs(first);
          assertThat(networks.training(2)).isNotSameAs(second);
        });
  }
}
