/**
 * What an engine implements. For engine authors; model code never needs this package.
 *
 * <p>Imported by engines, {@code callbacks}, {@code io} and the root package; imports {@code
 * layers}, {@code optimizers}, {@code losses}, {@code data}, {@code tensor} and {@code errors};
 * must not import {@code callbacks}, {@code io} or the root package.
 */
@NullMarked
package io.github.mnist4j.spi;

import org.jspecify.annotations.NullMarked;
