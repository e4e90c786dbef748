"""Makes layers.json: outputs and gradients of single layers, as real Keras computes them.

For strides, paddings, odd sizes and windows that the golden models do not have. Each case holds the
network's JSON, its weights, x, y, the gradient dy that is sent back, and the gradients dx and of the
weights that come out.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python layers.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers as L

CASES = {
    "conv 3x3 valid": ((5, 6, 2), L.Conv2D(3, 3)),
    "conv 3x3 same": ((5, 6, 2), L.Conv2D(3, 3, padding="same", activation="tanh")),
    "conv 3x3 same, strides 2, odd": ((5, 7, 1), L.Conv2D(2, 3, strides=2, padding="same")),
    "conv 3x3 same, strides 2, even": ((6, 8, 1), L.Conv2D(2, 3, strides=2, padding="same")),
    "conv 2x2 same": ((5, 5, 1), L.Conv2D(2, 2, padding="same")),
    "conv 2x4 same, strides 2x1": ((6, 5, 2), L.Conv2D(2, (2, 4), strides=(2, 1), padding="same")),
    "conv 2x3 valid, strides 1x2": ((4, 7, 3), L.Conv2D(2, (2, 3), strides=(1, 2), activation="relu")),
    "conv 5x5 same on 3x3": ((3, 3, 1), L.Conv2D(2, 5, padding="same", activation="sigmoid")),
    "conv 1x1, strides 2": ((5, 5, 3), L.Conv2D(4, 1, strides=2)),
    "conv 2x1 same, strides 3": ((7, 8, 2), L.Conv2D(3, (2, 1), strides=3, padding="same")),
    "conv without bias, softmax": ((4, 4, 2), L.Conv2D(3, 3, use_bias=False, activation="softmax")),
    "max 2x2 same, odd": ((5, 5, 2), L.MaxPooling2D(2, padding="same")),
    "max 3x3 same, strides 2, odd": ((5, 7, 2), L.MaxPooling2D(3, strides=2, padding="same")),
    "max 3x3 same, strides 2, even": ((6, 8, 2), L.MaxPooling2D(3, strides=2, padding="same")),
    "max 1x2 same, strides 3": ((5, 8, 2), L.MaxPooling2D((1, 2), strides=3, padding="same")),
    "max 2x2 valid, odd": ((5, 5, 2), L.MaxPooling2D(2)),
    "max 3x2 valid, strides 1": ((5, 5, 1), L.MaxPooling2D((3, 2), strides=1)),
    "average 2x2 same, odd": ((5, 5, 2), L.AveragePooling2D(2, padding="same")),
    "average 3x3 same, strides 2, odd": ((5, 7, 2), L.AveragePooling2D(3, strides=2, padding="same")),
    "average 3x3 same, strides 2, even": ((6, 8, 2), L.AveragePooling2D(3, strides=2, padding="same")),
    "average 3x3 same, strides 1": ((4, 4, 1), L.AveragePooling2D(3, strides=1, padding="same")),
    "average 2x1 same, strides 3": ((8, 5, 2), L.AveragePooling2D((2, 1), strides=3, padding="same")),
    "average 2x3 valid, strides 1": ((5, 5, 1), L.AveragePooling2D((2, 3), strides=1)),
    "dense on rows": ((3, 4), L.Dense(5, activation="relu")),
    "dense on images": ((2, 3, 4), L.Dense(3, activation="softmax", use_bias=False)),
    "dense sigmoid": ((4,), L.Dense(3, activation="sigmoid")),
    "dense tanh": ((4,), L.Dense(3, activation="tanh")),
    "flatten of images": ((2, 3, 4), L.Flatten()),
    "softmax of images": ((2, 3, 4), L.Activation("softmax")),
}


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, shape, layer, seed):
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input(shape), layer])
    for v in layer.trainable_variables:
        v.assign(rng.normal(0, 0.6, v.shape).astype("float32"))
    x = tf.constant(rng.normal(0, 1, (2,) + shape).astype("float32"))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = model(x, training=True)
        dy = tf.constant(rng.normal(0, 1, y.shape).astype("float32"))
        loss = tf.reduce_sum(y * dy)
    variables = [v.value for v in layer.trainable_variables]
    return {
        "name": name,
        "model": json.loads(model.to_json()),
        "weights": [numbers(v) for v in variables],
        "x": numbers(x),
        "y": numbers(y),
        "dy": numbers(dy),
        "dx": numbers(tape.gradient(loss, x)),
        "gradients": [numbers(tape.gradient(loss, v)) for v in variables],
    }


cases = [case(name, shape, layer, k) for k, (name, (shape, layer)) in enumerate(CASES.items())]
out = {
    "made": f"layers.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "cases": cases,
}
pathlib.Path(__file__).with_name("layers.json").write_text(json.dumps(out) + "\n")
