/**
 * What a program may do between the steps of a training.
 *
 * <p>Imported by the root package; imports {@code spi}, {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.callbacks;

import org.jspecify.annotations.NullMarked;
