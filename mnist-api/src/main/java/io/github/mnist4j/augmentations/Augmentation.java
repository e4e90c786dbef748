package io.github.mnist4j.augmentations;

/**
 * A random change of a picture, as a value; made by {@link Augmentations}, done by {@code
 * Dataset.augmented}.
 */
public sealed interface Augmentation permits Geometric, Brightness, Contrast, Erasing {}
