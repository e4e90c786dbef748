/**
 * How a model is written to a file, where there is a choice.
 *
 * <p>Imported by {@code io} and the root package; imports {@code errors}.
 */
@NullMarked
package io.github.mnist4j.saving;

import org.jspecify.annotations.NullMarked;
