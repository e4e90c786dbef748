/**
 * Optimizers and schedules of their learning rate as values: hyper-parameters, no state.
 *
 * <p>Imported by {@code spi}, {@code io} and the root package; imports {@code tensor} and {@code
 * errors}.
 */
@NullMarked
package io.github.mnist4j.optimizers;

import org.jspecify.annotations.NullMarked;
