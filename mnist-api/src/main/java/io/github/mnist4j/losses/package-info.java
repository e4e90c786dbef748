/**
 * Losses as values; the arithmetic is the engine's.
 *
 * <p>Imported by {@code spi}, {@code io} and the root package; imports {@code layers}, {@code
 * tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.losses;

import org.jspecify.annotations.NullMarked;
