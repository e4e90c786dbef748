/**
 * How a model is written to a file, where there is a choice. Imported by io and the root package;
 * imports errors alone.
 */
@NullMarked
package io.github.mnist4j.saving;

import org.jspecify.annotations.NullMarked;
