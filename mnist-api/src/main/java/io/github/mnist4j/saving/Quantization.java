package io.github.mnist4j.saving;

/**
 * In how many bits a file has a weight.
 *
 * <pre>
 * {@code model.save(Path.of("web/model.json"), SaveOptions.defaults().quantization(Quantization.FLOAT16));}
 * </pre>
 */
public enum Quantization {
  /** 32-bit floats: the weights as they are. */
  NONE,
  /**
   * IEEE 754's 16-bit floats: half the size, about three decimal digits of each weight, nothing
   * that rounds to more than 65504.
   */
  FLOAT16,
  /**
   * 256 steps between each parameter's least and greatest weight: a quarter of the size; an exact
   * zero stays one.
   */
  UINT8
}
