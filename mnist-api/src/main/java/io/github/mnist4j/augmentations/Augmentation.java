package io.github.mnist4j.augmentations;

/**
 * A random change of a picture, as a value; made by {@link Augmentations}, done by {@code
 * Dataset.augmented}.
 *
 * <pre>{@code
 * Augmentation turned = rotation(0.05).fillMode(FillMode.NEAREST);
 * Dataset more = train.augmented(42, turned, zoom(0.1));
 * }</pre>
 */
public sealed interface Augmentation permits Geometric, Brightness, Contrast, Erasing {}
