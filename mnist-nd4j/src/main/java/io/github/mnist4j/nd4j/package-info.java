/**
 * The engine on ND4J. One flat package; only {@link io.github.mnist4j.nd4j.Nd4jEngine} and {@link
 * io.github.mnist4j.nd4j.Devices} are for others, and only the latter for users.
 *
 * <p>Imports the API's {@code spi}, {@code layers}, {@code losses}, {@code optimizers}, {@code
 * data}, {@code tensor} and {@code errors}; not its {@code callbacks}, {@code io} or root package.
 */
@NullMarked
package io.github.mnist4j.nd4j;

import org.jspecify.annotations.NullMarked;
