"""Makes constraints.json: what real Keras' constraints make of vectors, matrices and kernels.

Each case holds the constraint as Keras writes it, a parameter's shape and numbers (one vector is all zero), and the numbers
behind the constraint.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python constraints.py
"""

import json
import pathlib

import keras
import numpy as np
from keras import constraints as C

random = np.random.default_rng(12)
VECTOR, MATRIX, KERNEL = (7,), (4, 5), (2, 3, 2, 4)

CASES = [(c, s) for c in [C.MaxNorm(), C.NonNeg(), C.UnitNorm(), C.MinMaxNorm()] for s in [VECTOR, MATRIX, KERNEL]]
CASES += [
    (C.MaxNorm(0.5, 1), MATRIX), (C.MaxNorm(0.5, -1), MATRIX), (C.MaxNorm(2, [0, 1, 2]), KERNEL),
    (C.MaxNorm(1, [-2, 0]), KERNEL), (C.MaxNorm(0), MATRIX), (C.UnitNorm([0, 1]), MATRIX), (C.UnitNorm([0, 1, 2]), KERNEL),
    (C.UnitNorm(3), KERNEL), (C.MinMaxNorm(0.5, 1.5, 0.3), MATRIX), (C.MinMaxNorm(2.5, 3.0), MATRIX),
    (C.MinMaxNorm(1.0, 2.0, 0.7, [0, 1, 2]), KERNEL), (C.MinMaxNorm(1.0, 1.0, 0.0, 1), MATRIX),
]


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(constraint, shape):
    values = random.normal(size=shape).astype("float32")
    if len(shape) > 1:
        values[..., 1] = 0
    return {
        "constraint": keras.saving.serialize_keras_object(constraint),
        "shape": shape,
        "values": numbers(values),
        "constrained": numbers(constraint(values)),
    }


(pathlib.Path(__file__).parent / "constraints.json").write_text(json.dumps([case(c, s) for c, s in CASES]))
