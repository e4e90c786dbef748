"""Makes training.json: losses and weights of whole networks, trained for some steps by real Keras.

For what shows in training only: penalties, constraints, moving means, layers inside of layers.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python training.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import constraints as C
from keras import layers as L
from keras import regularizers as R

STEPS = 5

CASES = {
    "penalties": (
        (6,),
        [
            L.Dense(5, activation="tanh", kernel_regularizer=R.L1L2(0.01, 0.02), bias_regularizer=R.L2(0.1)),
            L.Dense(4, activation="relu", activity_regularizer=R.L1L2(0.01, 0.03)),
            L.Dense(3, kernel_regularizer=R.OrthogonalRegularizer(0.05)),
        ],
    ),
    "activity": ((6,), [L.Dense(5), L.ActivityRegularization(0.02, 0.03), L.Dense(3)]),
    "constraints": (
        (6,),
        [
            L.Dense(5, activation="tanh", kernel_constraint=C.MaxNorm(0.7), bias_constraint=C.NonNeg()),
            L.Dense(5, activation="tanh", kernel_constraint=C.UnitNorm()),
            L.Dense(3, kernel_constraint=C.MinMaxNorm(0.3, 0.8, rate=0.5)),
        ],
    ),
    "images": (
        (6, 7, 2),
        [
            L.Conv2D(4, 3, use_bias=False, kernel_regularizer=R.L2(0.01), kernel_constraint=C.MaxNorm(0.9, axis=[0, 1, 2])),
            L.BatchNormalization(momentum=0.9, gamma_regularizer=R.L2(0.1), beta_constraint=C.NonNeg()),
            L.ReLU(),
            L.DepthwiseConv2D(2, depthwise_regularizer=R.L1(0.01)),
            L.LayerNormalization(),
            L.PReLU(shared_axes=[1, 2], alpha_regularizer=R.L2(0.1)),
            L.GlobalAveragePooling2D(),
            L.Dense(3),
        ],
    ),
    "batch normalization twice": (
        (4,),
        [L.Dense(8), L.BatchNormalization(), L.Activation("relu"), L.Dense(6), L.BatchNormalization(), L.Dense(3)],
    ),
    "sequences": (
        (5, 3),
        [
            L.LSTM(4, return_sequences=True, recurrent_regularizer=R.L2(0.05), recurrent_constraint=C.MaxNorm(0.9)),
            L.GRU(3, kernel_constraint=C.UnitNorm(), activity_regularizer=R.L2(0.1)),
            L.Dense(3),
        ],
    ),
    "embedding": ((5,), [L.Embedding(7, 4, embeddings_regularizer=R.L2(0.1)), L.Bidirectional(L.GRU(3)), L.Dense(3)]),
    "frozen": ((4,), [L.Dense(8, trainable=False), L.BatchNormalization(trainable=False), L.Dense(6), L.Dense(3)]),
    # What is drawn from one value is no chance; behind a layer that learns, so that gradients come by.
    "colours": (
        (5, 4, 1),
        [
            L.Conv2D(2, 2),
            L.RandomBrightness((0.25, 0.25), value_range=(-1, 1)),
            L.RandomContrast(0.0, value_range=(-0.8, 0.9)),
            L.Flatten(),
            L.Dense(3),
        ],
    ),
}


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, shape, layers, seed):
    rng = np.random.default_rng(seed)
    model = keras.Sequential([keras.Input(shape)] + layers)
    for v in model.variables:
        if v.path.endswith("moving_variance"):
            v.assign(rng.uniform(0.5, 2, v.shape).astype("float32"))
        elif "seed" not in v.path:
            v.assign(rng.normal(0, 0.5, v.shape).astype("float32"))
    weights = [v for layer in model.layers for v in layer.weights]
    before = [numbers(v) for v in weights]
    model.compile(keras.optimizers.SGD(0.1), "mse")
    x = rng.normal(0, 1, (20,) + shape).astype("float32")
    if isinstance(layers[0], L.Embedding):
        x = rng.integers(0, 7, x.shape).astype("float32")
    y = rng.normal(0, 1, (20, 3)).astype("float32")
    first = float(model.evaluate(x, y, batch_size=20, verbose=0))
    losses = []
    for _ in range(STEPS):
        model.reset_metrics()
        losses.append(float(model.train_on_batch(x, y)))
    return {
        "name": name,
        "model": json.loads(model.to_json()),
        "frozen": [layer.name for layer in model.layers if not layer.trainable],
        "weights": before,
        "x": numbers(x),
        "y": numbers(y),
        "evaluated": first,
        "losses": losses,
        "after": [numbers(v) for v in weights],
        "predicted": numbers(model.predict(x, verbose=0)),
    }


cases = [case(name, shape, layers, k) for k, (name, (shape, layers)) in enumerate(CASES.items())]
out = {
    "made": f"training.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "cases": cases,
}
pathlib.Path(__file__).with_name("training.json").write_text(json.dumps(out) + "\n")
