package io.github.mnist4j.layers;

/**
 * What stands between the pixels of an image that is made larger or moved.
 *
 * <pre>{@code UpSampling2D(2).interpolation(Interpolation.BILINEAR)}</pre>
 */
public enum Interpolation {
  /** The nearest pixel. */
  NEAREST,
  /** The mean of the four pixels around, weighted by how near they are. */
  BILINEAR
}
