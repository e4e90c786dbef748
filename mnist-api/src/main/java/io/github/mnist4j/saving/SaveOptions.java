package io.github.mnist4j.saving;

/**
 * How a model is written, where its format leaves a choice.
 *
 * <pre>{@code
 * model.save(Path.of("web/model.json"), SaveOptions.defaults().quantization(Quantization.UINT8));
 * model.save(Path.of("digits.json"), SaveOptions.defaults().keras2(true));
 * }</pre>
 *
 * @param quantization in how many bits TF.js gets a weight; the other formats take 32-bit floats
 *     alone
 * @param keras2 whether an architecture alone ({@code .json}) is written for Keras 2 rather than
 *     for Keras 3, neither of which reads the other's
 */
public record SaveOptions(Quantization quantization, boolean keras2) {
  private static final SaveOptions DEFAULTS = new SaveOptions(Quantization.NONE, false);

  /** Returns the weights as they are, and Keras 3's JSON. */
  public static SaveOptions defaults() {
    return DEFAULTS;
  }

  /** Returns the same options with another quantization. */
  public SaveOptions quantization(Quantization quantization) {
    return new SaveOptions(quantization, keras2);
  }

  /** Returns the same options for Keras 2 or 3. */
  public SaveOptions keras2(boolean keras2) {
    return new SaveOptions(quantization, keras2);
  }
}
