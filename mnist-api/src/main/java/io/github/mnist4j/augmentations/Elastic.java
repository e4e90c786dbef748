package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;

/**
 * Distorts an image as a hand's tremor would (P. Simard, D. Steinkraus, J. Platt: "Best Practices
 * for Convolutional Neural Networks Applied to Visual Document Analysis", 2003): each pixel is
 * moved down and to the right by random numbers of −1 to 1 that are smoothed by a Gaussian and
 * multiplied by {@code alpha}. Outside of the image the random numbers are 0, so that the border
 * moves less.
 *
 * <p>Beside other movements in one list, the distortion is laid on behind them.
 *
 * <pre>{@code elastic(34, 4)     // that paper's, for MNIST: pixels move by 1.4, usually}</pre>
 *
 * @param alpha what the smoothed numbers are multiplied by, 0 or more
 * @param sigma the Gaussian's deviation in pixels, more than 0 and at most 1000: the larger, the
 *     more the pixels around move along
 * @param sampling how pixels are read
 */
public record Elastic(double alpha, double sigma, Sampling sampling) implements Geometric<Elastic> {
  /** Checks the ranges. */
  public Elastic {
    Check.notNegative(alpha, "Elastic", "alpha");
    Check.positive(sigma, "Elastic", "sigma");
    Check.atMost(1000, sigma, "Elastic", "sigma");
    Check.notNull(sampling, "Elastic", "sampling");
  }

  @Override
  public Elastic sampling(Sampling sampling) {
    return new Elastic(alpha, sigma, sampling);
  }
}
