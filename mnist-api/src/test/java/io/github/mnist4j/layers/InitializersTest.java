package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Initializer.Distribution;
import io.github.mnist4j.layers.Initializer.Mode;
import io.github.mnist4j.layers.Initializer.VarianceScaling;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializersTest {
  /** Fan in 200, fan out 300. */
  private static final Shape DENSE = Shape.of(200, 300);

  /** Fan in 5·4·10, fan out 5·4·15: the same fans again. */
  private static final Shape KERNEL = Shape.of(5, 4, 10, 15);

  private static float[] values(Initializer initializer, Shape shape) {
    float[] values = new float[shape.size()];
    initializer.fill(values, shape, RandomStream.of(9));
    return values;
  }

  private static Stream<Arguments> distributions() {
    double glorot = 1 / 250.0;
    double he = 2 / 200.0;
    double lecun = 1 / 200.0;
    double cut = 2 / 0.8796256610342398;
    return Stream.of(
        Arguments.of(Initializers.glorotUniform(), glorot, Math.sqrt(3 * glorot)),
        Arguments.of(Initializers.heUniform(), he, Math.sqrt(3 * he)),
        Arguments.of(Initializers.lecunUniform(), lecun, Math.sqrt(3 * lecun)),
        Arguments.of(Initializers.glorotNormal(), glorot, cut * Math.sqrt(glorot)),
        Arguments.of(Initializers.heNormal(), he, cut * Math.sqrt(he)),
        Arguments.of(Initializers.lecunNormal(), lecun, cut * Math.sqrt(lecun)),
        Arguments.of(Initializers.randomUniform(), 0.0025 / 3, 0.05),
        Arguments.of(Initializers.truncatedNormal(), 0.0025 * 0.7737, 0.1));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void variance_and_bounds_are_keras_for_dense(Initializer it, double variance, double bound) {
    assertDistribution(values(it, DENSE), variance, bound);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void variance_and_bounds_are_keras_for_conv(Initializer it, double variance, double bound) {
    assertDistribution(values(it, KERNEL), variance, bound);
  }

  private static void assertDistribution(float[] values, double variance, double bound) {
    double greatest = 0;
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
      sum += value;
      squares += (double) value * value;
    }
    double deviation = Math.sqrt(variance);
    double standardError = deviation / Math.sqrt(values.length);
    assertThat(greatest).isBetween(0.96 * bound, bound * (1 + 1e-6));
    assertThat(sum / values.length).isCloseTo(0, within(4 * standardError));
    assertThat(Math.sqrt(squares / values.length)).isCloseTo(deviation, within(0.04 * deviation));
  }

  @Test
  void normal_numbers_are_not_cut() {
    float[] values = values(Initializers.randomNormal(1, 0.5), DENSE);
    int beyond = 0;
    double sum = 0;
    for (float value : values) {
      sum += value;
      beyond += Math.abs(value - 1) > 1 ? 1 : 0;
    }
    assertThat(sum / values.length).isCloseTo(1, within(0.01));
    assertThat((double) beyond / values.length).isCloseTo(0.0455, within(0.005));
  }

  @Test
  void constants_are_constant() {
    assertThat(values(Initializers.zeros(), Shape.of(2))).containsExactly(0, 0);
    assertThat(values(Initializers.ones(), Shape.of(2))).containsExactly(1, 1);
    assertThat(values(Initializers.constant(0.5), Shape.of(2))).containsExactly(0.5f, 0.5f);
  }

  @Test
  void a_seed_of_its_own_stands_for_the_networks() {
    Initializer seeded = new Initializer.HeNormal(5);
    float[] one = new float[10];
    float[] other = new float[10];
    seeded.fill(one, Shape.of(10), RandomStream.of(1));
    seeded.fill(other, Shape.of(10), RandomStream.of(2));
    assertThat(one).isEqualTo(other);
    Initializers.heNormal().fill(other, Shape.of(10), RandomStream.of(2));
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void names_are_keras_strings_and_classes() {
    assertThat(Initializers.named("he_normal")).isEqualTo(Initializers.heNormal());
    assertThat(Initializers.named("HeNormal")).isEqualTo(Initializers.heNormal());
    assertThat(Initializers.named("zero")).isEqualTo(Initializers.zeros());
    assertThat(Initializers.named("normal")).isEqualTo(Initializers.randomNormal());
    assertThat(Initializers.named("uniform")).isEqualTo(Initializers.randomUniform());
    assertThat(Initializers.named("one")).isEqualTo(Initializers.ones());
    assertThat(Initializers.named("orthogonal")).isEqualTo(Initializers.orthogonal());
    assertThat(Initializers.named("OrthogonalInitializer")).isEqualTo(Initializers.orthogonal());
    assertThat(Initializers.named("identity")).isEqualTo(Initializers.identity());
    assertThat(Initializers.named("IdentityInitializer")).isEqualTo(Initializers.identity());
    assertThat(Initializers.named("variance_scaling")).isEqualTo(Initializers.varianceScaling());
    assertThatThrownBy(() -> Initializers.named("he_norml"))
        .hasMessageContaining("did you mean 'he_normal'?");
  }

  @Test
  void a_deviation_is_not_negative() {
    assertThatThrownBy(() -> Initializers.randomNormal(0, -1))
        .hasMessage("RandomNormal: stddev must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Initializers.truncatedNormal(0, Double.NaN))
        .hasMessageStartingWith("TruncatedNormal: stddev");
  }

  @Test
  void the_named_ones_are_cases_of_variance_scaling() {
    Initializer glorot = new VarianceScaling(1, Mode.FAN_AVG, Distribution.UNIFORM, 4);
    assertThat(values(glorot, KERNEL)).isEqualTo(values(new Initializer.GlorotUniform(4), KERNEL));
    Initializer he = new VarianceScaling(2, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL, 4);
    assertThat(values(he, KERNEL)).isEqualTo(values(new Initializer.HeNormal(4), KERNEL));
    assertThat(values(Initializers.varianceScaling(), KERNEL))
        .isEqualTo(values(Initializers.lecunNormal(), KERNEL));
  }

  @Test
  void the_fans_of_a_single_number_are_1() {
    float[] one = values(new Initializer.LecunUniform(1), Shape.scalar());
    assertThat(one[0]).isBetween(-1.7321f, 1.7321f).isNotZero();
  }

  @Test
  void settings_are_checked() {
    assertThatThrownBy(
            () -> Initializers.varianceScaling(0, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL))
        .hasMessage("VarianceScaling: scale must be positive and finite, got 0.0");
    assertThatThrownBy(() -> Initializers.orthogonal(Double.NaN))
        .hasMessage("Orthogonal: gain must be finite, got NaN");
    assertThatThrownBy(() -> Initializers.identity(Double.POSITIVE_INFINITY))
        .hasMessage("Identity: gain must be finite, got Infinity");
  }
}
