/**
 * Layers as values: records that know their parameters and shapes, named and defaulted as in Keras.
 *
 * <p>Imported by everything that speaks of networks; imports {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.layers;

import org.jspecify.annotations.NullMarked;
