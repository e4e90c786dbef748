/**
 * Files: one class a format, over one tree codec. Writing is atomic, reading trusts nothing.
 *
 * <p>Imported by the root package; imports {@code layers}, {@code optimizers}, {@code losses},
 * {@code metrics}, {@code saving}, {@code spi}, {@code tensor} and {@code errors}.
 */
@NullMarked
package io.github.mnist4j.io;

import org.jspecify.annotations.NullMarked;
