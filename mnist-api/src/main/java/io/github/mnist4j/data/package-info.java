/**
 * Data sets, the batches made from them, and views of them.
 *
 * <p>Imported by {@code spi} and the root package; imports {@code augmentations}, {@code tensor}
 * and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.data;

import org.jspecify.annotations.NullMarked;
