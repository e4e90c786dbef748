package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Initializer.Constant;
import io.github.mnist4j.layers.Initializer.Distribution;
import io.github.mnist4j.layers.Initializer.GlorotNormal;
import io.github.mnist4j.layers.Initializer.GlorotUniform;
import io.github.mnist4j.layers.Initializer.HeNormal;
import io.github.mnist4j.layers.Initializer.HeUniform;
import io.github.mnist4j.layers.Initializer.Identity;
import io.github.mnist4j.layers.Initializer.LecunNormal;
import io.github.mnist4j.layers.Initializer.LecunUniform;
import io.github.mnist4j.layers.Initializer.Mode;
import io.github.mnist4j.layers.Initializer.Ones;
import io.github.mnist4j.layers.Initializer.Orthogonal;
import io.github.mnist4j.layers.Initializer.RandomNormal;
import io.github.mnist4j.layers.Initializer.RandomUniform;
import io.github.mnist4j.layers.Initializer.TruncatedNormal;
import io.github.mnist4j.layers.Initializer.VarianceScaling;
import io.github.mnist4j.layers.Initializer.Zeros;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes initializers with Keras' defaults.
 *
 * <pre>{@code Dense(128, relu).kernelInitializer(heNormal())}</pre>
 */
public final class Initializers {
  /** One of each, by Keras' {@code class_name}; the catalogue that files are read with. */
  public static final Map<String, Initializer> TYPES =
      Map.ofEntries(
          Map.entry("Zeros", zeros()),
          Map.entry("Ones", ones()),
          Map.entry("Constant", constant(0)),
          Map.entry("RandomNormal", randomNormal()),
          Map.entry("RandomUniform", randomUniform()),
          Map.entry("TruncatedNormal", truncatedNormal()),
          Map.entry("GlorotUniform", glorotUniform()),
          Map.entry("GlorotNormal", glorotNormal()),
          Map.entry("HeUniform", heUniform()),
          Map.entry("HeNormal", heNormal()),
          Map.entry("LecunUniform", lecunUniform()),
          Map.entry("LecunNormal", lecunNormal()),
          Map.entry("VarianceScaling", varianceScaling()),
          Map.entry("Orthogonal", orthogonal()),
          Map.entry("Identity", identity()));

  private static final Map<String, Initializer> NAMES = names();

  private Initializers() {}

  private static Map<String, Initializer> names() {
    Map<String, Initializer> names = new TreeMap<>();
    TYPES.forEach((type, initializer) -> names.put(Layers.snakeCase(type), initializer));
    names.put("zero", zeros());
    names.put("one", ones());
    names.put("normal", randomNormal());
    names.put("uniform", randomUniform());
    names.put("OrthogonalInitializer", orthogonal());
    names.put("IdentityInitializer", identity());
    return names;
  }

  /**
   * Returns the initializer that Keras calls by this name, {@code "he_normal"} or {@code
   * "HeNormal"}, with Keras' defaults; {@code "normal"}, {@code "uniform"}, {@code "one"} and
   * {@code "zero"} are names, too.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Initializer named(String name) {
    Initializer initializer = NAMES.getOrDefault(name, TYPES.get(name));
    if (initializer == null) {
      throw Check.unknown("initializer", name, NAMES.keySet());
    }
    return initializer;
  }

  /** All zero. */
  public static Initializer zeros() {
    return new Zeros();
  }

  /** All one. */
  public static Initializer ones() {
    return new Ones();
  }

  /** All {@code value}. */
  public static Initializer constant(double value) {
    return new Constant(value);
  }

  /** Normal of mean 0 and deviation 0.05. */
  public static Initializer randomNormal() {
    return randomNormal(0, 0.05);
  }

  /** Normal. */
  public static Initializer randomNormal(double mean, double stddev) {
    return new RandomNormal(mean, stddev, null);
  }

  /** Uniform in ±0.05. */
  public static Initializer randomUniform() {
    return randomUniform(-0.05, 0.05);
  }

  /** Uniform. */
  public static Initializer randomUniform(double minval, double maxval) {
    return new RandomUniform(minval, maxval, null);
  }

  /** Normal of mean 0 and deviation 0.05, cut at two deviations. */
  public static Initializer truncatedNormal() {
    return truncatedNormal(0, 0.05);
  }

  /** Normal, cut at two deviations. */
  public static Initializer truncatedNormal(double mean, double stddev) {
    return new TruncatedNormal(mean, stddev, null);
  }

  /** Uniform, scaled by both fans (Glorot and Bengio 2010). */
  public static Initializer glorotUniform() {
    return new GlorotUniform(null);
  }

  /** Normal, scaled by both fans (Glorot and Bengio 2010). */
  public static Initializer glorotNormal() {
    return new GlorotNormal(null);
  }

  /** Uniform, scaled for relu (He et al. 2015). */
  public static Initializer heUniform() {
    return new HeUniform(null);
  }

  /** Normal, scaled for relu (He et al. 2015). */
  public static Initializer heNormal() {
    return new HeNormal(null);
  }

  /** Uniform, scaled by the inputs (LeCun et al. 1998). */
  public static Initializer lecunUniform() {
    return new LecunUniform(null);
  }

  /** Normal, scaled by the inputs (LeCun et al. 1998). */
  public static Initializer lecunNormal() {
    return new LecunNormal(null);
  }

  /** Truncated normal of variance 1 / fan in: {@link #lecunNormal} by another name. */
  public static Initializer varianceScaling() {
    return varianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
  }

  /**
   * Of variance scale / fan.
   *
   * <pre>{@code
   * varianceScaling(2, Initializer.Mode.FAN_OUT, Initializer.Distribution.UNTRUNCATED_NORMAL)
   * }</pre>
   */
  public static Initializer varianceScaling(double scale, Mode mode, Distribution distribution) {
    return new VarianceScaling(scale, mode, distribution, null);
  }

  /** A random orthogonal matrix (Saxe, McClelland and Ganguli 2014). */
  public static Initializer orthogonal() {
    return orthogonal(1);
  }

  /** A random orthogonal matrix times {@code gain}. */
  public static Initializer orthogonal(double gain) {
    return new Orthogonal(gain, null);
  }

  /** The identity matrix. */
  public static Initializer identity() {
    return identity(1);
  }

  /** The identity matrix times {@code gain}. */
  public static Initializer identity(double gain) {
    return new Identity(gain);
  }
}
