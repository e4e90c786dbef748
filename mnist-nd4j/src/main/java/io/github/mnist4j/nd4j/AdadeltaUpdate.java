package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adadelta;
import java.util.Map;

/** G = ρ·G + (1 − ρ)·g², Δ = −√(D + ε) / √(G + ε) · g, D = ρ·D + (1 − ρ)·Δ², w += lr·Δ. */
final class AdadeltaUpdate implements Update {
  private final Adadelta adadelta;
  private final float[] gradientSquares;
  private final float[] stepSquares;

  AdadeltaUpdate(Adadelta adadelta, int size) {
    this.adadelta = adadelta;
    gradientSquares = new float[size];
    stepSquares = new float[size];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float rho = (float) adadelta.rho();
    float rest = (float) (1 - adadelta.rho());
    float epsilon = (float) adadelta.epsilon();
    float[] squares = gradientSquares;
    float[] steps = stepSquares;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      squares[i] = rho * squares[i] + rest * (g * g);
      float step =
          -((float) Math.sqrt(steps[i] + epsilon) * g / (float) Math.sqrt(squares[i] + epsilon));
      steps[i] = rho * steps[i] + rest * (step * step);
      weights[i] += lr * step;
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("accumulated_grad", gradientSquares, "accumulated_delta_var", stepSquares);
  }
}
