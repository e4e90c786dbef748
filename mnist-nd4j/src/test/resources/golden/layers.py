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
    "conv 3x3, dilation 2": ((6, 7, 2), L.Conv2D(3, 3, dilation_rate=2)),
    "conv 2x3 same, dilation 2x1": ((6, 7, 2), L.Conv2D(3, (2, 3), dilation_rate=(2, 1), padding="same")),
    "conv of steps": ((7, 3), L.Conv1D(4, 3, activation="tanh")),
    "conv of steps, same, strides 2": ((7, 3), L.Conv1D(4, 2, strides=2, padding="same")),
    "conv of steps, causal, dilation 2": ((7, 3), L.Conv1D(4, 3, dilation_rate=2, padding="causal")),
    "depthwise 3x3": ((5, 6, 3), L.DepthwiseConv2D(3)),
    "depthwise 3x3 same, multiplier 2": ((5, 6, 2), L.DepthwiseConv2D(3, padding="same", depth_multiplier=2, activation="tanh")),
    "depthwise 2x2 same, strides 2": ((5, 6, 2), L.DepthwiseConv2D(2, padding="same", strides=2, use_bias=False)),
    "depthwise, dilation 2": ((5, 6, 2), L.DepthwiseConv2D(2, dilation_rate=2)),
    "separable 3x3": ((5, 6, 3), L.SeparableConv2D(4, 3)),
    "separable 3x3 same, multiplier 2": ((5, 6, 2), L.SeparableConv2D(3, 3, padding="same", depth_multiplier=2, activation="tanh")),
    "separable 2x2, strides 2": ((5, 6, 2), L.SeparableConv2D(3, 2, strides=2, use_bias=False)),
    "transposed 3x3": ((3, 4, 2), L.Conv2DTranspose(3, 3)),
    "transposed 3x3 same, strides 2": ((3, 4, 2), L.Conv2DTranspose(3, 3, strides=2, padding="same", activation="tanh")),
    "transposed 2x2, strides 3": ((3, 4, 2), L.Conv2DTranspose(3, 2, strides=3)),
    "transposed 4x3, strides 2x1": ((3, 4, 2), L.Conv2DTranspose(2, (4, 3), strides=(2, 1), use_bias=False)),
    "rnn": ((5, 3), L.SimpleRNN(4)),
    "rnn, sequences": ((5, 3), L.SimpleRNN(4, return_sequences=True, activation="relu", use_bias=False)),
    "lstm": ((5, 3), L.LSTM(4)),
    "lstm, sequences": ((5, 3), L.LSTM(4, return_sequences=True, go_backwards=True, activation="softsign")),
    "gru": ((5, 3), L.GRU(4)),
    "gru, sequences": ((5, 3), L.GRU(4, return_sequences=True, go_backwards=True)),
    "gru, reset before": ((5, 3), L.GRU(4, reset_after=False)),
    "gru, no bias": ((5, 3), L.GRU(4, use_bias=False, recurrent_activation="tanh")),
    "in both directions": ((5, 3), L.Bidirectional(L.LSTM(4))),
    "in both directions, sequences, sum": ((5, 3), L.Bidirectional(L.GRU(4, return_sequences=True), merge_mode="sum")),
    "in both directions, product": ((5, 3), L.Bidirectional(L.SimpleRNN(4), merge_mode="mul")),
    "each step": ((5, 3), L.TimeDistributed(L.Dense(4, activation="tanh"))),
    "each step, images": ((2, 4, 5, 1), L.TimeDistributed(L.Conv2D(3, 3, strides=2))),
    "nested": ((4, 5, 2), keras.Sequential([L.Conv2D(3, 2, activation="tanh"), L.Flatten(), L.Dense(4)])),
    "max of steps": ((7, 3), L.MaxPooling1D(2)),
    "max of steps, same, strides 2": ((7, 3), L.MaxPooling1D(3, strides=2, padding="same")),
    "average of steps": ((7, 3), L.AveragePooling1D(3)),
    "average of steps, same, strides 1": ((7, 3), L.AveragePooling1D(2, strides=1, padding="same")),
    "global average": ((4, 5, 3), L.GlobalAveragePooling2D()),
    "global average, kept": ((4, 5, 3), L.GlobalAveragePooling2D(keepdims=True)),
    "global max": ((4, 5, 3), L.GlobalMaxPooling2D()),
    "global max, kept": ((4, 5, 3), L.GlobalMaxPooling2D(keepdims=True)),
    "global average of steps": ((5, 3), L.GlobalAveragePooling1D()),
    "global max of steps, kept": ((5, 3), L.GlobalMaxPooling1D(keepdims=True)),
    "zero padding": ((3, 4, 2), L.ZeroPadding2D(((1, 2), (3, 0)))),
    "cropping": ((6, 7, 2), L.Cropping2D(((1, 2), (3, 0)))),
    "up-sampling of steps": ((4, 3), L.UpSampling1D(3)),
    "up-sampling": ((3, 4, 2), L.UpSampling2D((2, 3))),
    "up-sampling, bilinear": ((3, 4, 2), L.UpSampling2D((2, 3), interpolation="bilinear")),
    "up-sampling, bilinear, four times": ((2, 2, 1), L.UpSampling2D(4, interpolation="bilinear")),
    "reshape": ((3, 4, 2), L.Reshape((4, -1))),
    "permute": ((3, 4, 2), L.Permute((3, 1, 2))),
    "repeat": ((3,), L.RepeatVector(4)),
    "relu layer": ((20,), L.ReLU()),
    "relu layer, bound, slope and threshold": ((40,), L.ReLU(max_value=1.0, negative_slope=0.2, threshold=0.3)),
    "leaky relu layer": ((20,), L.LeakyReLU()),
    "elu layer": ((20,), L.ELU(0.7)),
    "prelu": ((3, 4, 2), L.PReLU()),
    "prelu, shared": ((3, 4, 2), L.PReLU(shared_axes=[1, 2])),
    "softmax layer": ((3, 4), L.Softmax()),
    "softmax layer, another axis": ((3, 4), L.Softmax(axis=1)),
    "rescaling": ((5,), L.Rescaling(0.5, offset=-1.0)),
    "unit normalization": ((3, 4), L.UnitNormalization()),
    "unit normalization, two axes": ((3, 4), L.UnitNormalization(axis=[1, 2])),
    "identity": ((3, 4), L.Identity()),
    "layer normalization": ((3, 4), L.LayerNormalization()),
    "layer normalization, images": ((3, 4, 2), L.LayerNormalization(axis=[1, 2, 3], epsilon=0.1)),
    "layer normalization, first axis": ((3, 4), L.LayerNormalization(axis=1, center=False)),
    "layer normalization, no scale": ((3, 4), L.LayerNormalization(scale=False)),
    "group normalization": ((3, 4, 6), L.GroupNormalization(3)),
    "group normalization, one channel a group": ((3, 4, 2), L.GroupNormalization(-1, epsilon=0.01)),
    "group normalization, one group": ((3, 4), L.GroupNormalization(1, scale=False)),
    "normalization, given": ((3, 4), L.Normalization(mean=[1.0, 2.0, 3.0, 4.0], variance=[1.0, 4.0, 0.25, 2.0])),
    "normalization, given, inverse": ((3, 4), L.Normalization(mean=0.5, variance=4.0, invert=True, axis=None)),
    "normalization, learned": ((3, 4), L.Normalization()),
    "batch normalization": ((4,), L.BatchNormalization()),
    "batch normalization, images": ((3, 4, 2), L.BatchNormalization(momentum=0.8, epsilon=0.01)),
    "batch normalization, no scale": ((3, 4, 2), L.BatchNormalization(scale=False)),
    "batch normalization, no center": ((5, 2), L.BatchNormalization(center=False)),
    "batch normalization, first axis": ((3, 4), L.BatchNormalization(axis=1)),
}

# Layers whose output while training is another one than when predicting.
TWO_MODES = (L.BatchNormalization,)


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, shape, layer, seed, training=True):
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input(shape), layer])
    for v in layer.trainable_variables:
        v.assign(rng.normal(0, 0.6, v.shape).astype("float32"))
    fixed = []
    for v in layer.non_trainable_variables:
        if "seed" not in v.path:
            v.assign(np.asarray(rng.uniform(0.2, 2, v.shape)).astype(v.dtype))
            fixed.append(v)
    if hasattr(layer, "finalize_state"):
        layer.finalize_state()
    before = [numbers(v) for v in fixed]
    x = tf.constant(rng.normal(0, 1, (2,) + shape).astype("float32"))
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = model(x, training=training)
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
        "training": training if isinstance(layer, TWO_MODES) else None,
        "fixed": before,
        "moved": [numbers(v) for v in fixed],
    }


cases = []
for k, (name, (shape, layer)) in enumerate(CASES.items()):
    if isinstance(layer, TWO_MODES):
        copy = type(layer).from_config(layer.get_config())
        cases.append(case(name + ", training", shape, layer, k))
        cases.append(case(name + ", predicting", shape, copy, k, training=False))
    else:
        cases.append(case(name, shape, layer, k))
out = {
    "made": f"layers.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "cases": cases,
}
pathlib.Path(__file__).with_name("layers.json").write_text(json.dumps(out) + "\n")
