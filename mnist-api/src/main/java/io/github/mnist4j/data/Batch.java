package io.github.mnist4j.data;

import io.github.mnist4j.tensor.Shape;

/**
 * Some samples side by side, as an engine takes them.
 *
 * @param size the number of samples, at least 1
 * @param xShape one sample's shape
 * @param yShape one target's shape; {@code ()} for a class number
 * @param x {@code size · xShape.size()} numbers, row-major; the array may be longer, the rest is
 *     ignored
 * @param y {@code size · yShape.size()} numbers, likewise
 */
public record Batch(int size, Shape xShape, Shape yShape, float[] x, float[] y) {}
