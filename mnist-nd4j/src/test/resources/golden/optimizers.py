"""Makes optimizers.json: weights and slots after 20 steps of real Keras' optimizers.

Six weights, the same gradients for each optimizer, among them zeros, large and tiny ones; from the
eleventh step on at half the learning rate.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python optimizers.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import optimizers as K

STEPS = 20
CASES = {
    "adam": K.Adam(),
    "adam, large": K.Adam(0.1),
    "adam, other betas": K.Adam(0.01, beta_1=0.5, beta_2=0.9),
    "adam, no mean": K.Adam(0.01, beta_1=0.0),
    "adam, large epsilon": K.Adam(0.01, epsilon=0.1),
    "sgd": K.SGD(),
    "sgd, momentum": K.SGD(0.05, momentum=0.9),
    "sgd, nesterov": K.SGD(0.05, momentum=0.9, nesterov=True),
    "sgd, little nesterov": K.SGD(0.1, momentum=0.3, nesterov=True),
    "sgd, nesterov without momentum": K.SGD(0.1, nesterov=True),
}

rng = np.random.default_rng(3)
START = rng.normal(0, 1, 6).astype("float32")
GRADIENTS = (rng.normal(0, 1, (STEPS, 6)) * [1, 0.1, 10, 1e-4, 0, 1]).astype("float32")
GRADIENTS[::2, 5] = 0


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, optimizer):
    weights = keras.Variable(START, name="w")
    optimizer.build([weights])
    rate = float(optimizer.learning_rate.numpy())
    for step in range(STEPS):
        optimizer.learning_rate = rate if step < STEPS // 2 else rate / 2
        optimizer.apply([tf.constant(GRADIENTS[step])], [weights])
    config = optimizer.get_config()
    slots = {v.name.removeprefix("w_"): numbers(v) for v in optimizer.variables[2:]}
    return {
        "name": name,
        "optimizer": type(optimizer).__name__,
        "config": {k: config[k] for k in ("beta_1", "beta_2", "epsilon", "momentum", "nesterov") if k in config},
        "learning_rate": float(str(np.float32(rate))),
        "weights": numbers(weights),
        "slots": slots,
    }


out = {
    "made": f"optimizers.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "start": numbers(START),
    "gradients": [numbers(g) for g in GRADIENTS],
    "cases": [case(name, optimizer) for name, optimizer in CASES.items()],
}
pathlib.Path(__file__).with_name("optimizers.json").write_text(json.dumps(out) + "\n")
