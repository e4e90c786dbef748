/**
 * Networks as people build, train and use them: {@link io.github.mnist4j.Sequential} describes one,
 * {@link io.github.mnist4j.Model} runs it.
 *
 * <p>Imports every package of this module; none of them imports this one.
 */
@NullMarked
package io.github.mnist4j;

import org.jspecify.annotations.NullMarked;
