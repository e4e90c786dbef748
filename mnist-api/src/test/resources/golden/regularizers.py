"""Makes regularizers.json: penalties and gradients of real Keras' regularizers.

Each case holds the regularizer as Keras writes it, a parameter's shape and numbers (some of them zero), the penalty and its
gradient.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python regularizers.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import regularizers as R

random = np.random.default_rng(11)

ANY = [R.L1(), R.L1(0.3), R.L2(), R.L2(0.05), R.L1L2(), R.L1L2(0.02, 0.3), R.L1L2(l2=0.1)]
MATRICES = [R.OrthogonalRegularizer(), R.OrthogonalRegularizer(0.7, "columns"), R.OrthogonalRegularizer(0.7, "rows")]


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(regularizer, shape):
    values = random.normal(size=shape).astype("float32")
    values.ravel()[:: 5] = 0
    w = tf.Variable(values)
    with tf.GradientTape() as tape:
        penalty = regularizer(w)
    gradient = tape.gradient(penalty, w)
    return {
        "regularizer": keras.saving.serialize_keras_object(regularizer),
        "shape": shape,
        "values": numbers(values),
        "penalty": numbers(penalty)[0],
        "gradient": numbers(np.zeros(shape) if gradient is None else gradient),
    }


cases = [case(r, s) for r in ANY for s in [(7,), (4, 5), (2, 3, 2, 4)]]
cases += [case(r, s) for r in MATRICES for s in [(4, 5), (6, 2), (2, 6)]]
(pathlib.Path(__file__).parent / "regularizers.json").write_text(json.dumps(cases))
