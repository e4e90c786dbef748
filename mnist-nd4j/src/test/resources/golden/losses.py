"""Makes losses.json: values of losses, as real Keras computes them.

Extreme logits, probabilities of 0 and 1, probabilities that do not add up to 1. Of the backends,
PyTorch: TensorFlow's cuts class-number probabilities before it divides by their sum, and so differs
from Keras' own definition where they do not add up to 1.

Made with Keras 3.15.1, PyTorch 2.13.0, NumPy 2.4.6: KERAS_BACKEND=torch python losses.py
"""

import json
import pathlib

import keras
import numpy as np
import torch
from keras import losses as K

rng = np.random.default_rng(1)
LOGITS = rng.normal(0, 3, (4, 5))
EXTREME = [[1e4, -1e4, 0], [-1e4, 1e4, 1e4], [1e4, 1e4, 1e4], [-1e4, -1e4, -1e4]]
P = np.exp(LOGITS) / np.exp(LOGITS).sum(1, keepdims=True)
SURE = [[1, 0, 0], [0, 1, 0], [0.5, 0.5, 0], [0, 0, 1]]
UNNORMALISED = [[2, 1, 1], [0.1, 0.2, 0.1], [3, 5, 0.5], [1e-3, 1e-4, 2e-4]]
ONEHOT5 = np.eye(5)[[0, 3, 1, 4]]
SOFT5 = rng.dirichlet(np.ones(5), 4)
ONEHOT3 = np.eye(3)[[0, 0, 1, 2]]
PLACES = rng.normal(0, 2, (2, 3, 4))

CASES = {
    "sparse, logits": (K.SparseCategoricalCrossentropy(from_logits=True), LOGITS, [0, 3, 1, 4]),
    "sparse, extreme logits": (K.SparseCategoricalCrossentropy(from_logits=True), EXTREME, [0, 0, 1, 2]),
    "sparse, logits of places": (K.SparseCategoricalCrossentropy(from_logits=True), PLACES, [[0, 1, 3], [2, 2, 0]]),
    "sparse, probabilities": (K.SparseCategoricalCrossentropy(), P, [0, 3, 1, 4]),
    "sparse, sure and wrong": (K.SparseCategoricalCrossentropy(), SURE, [0, 0, 1, 1]),
    "sparse, not normalised": (K.SparseCategoricalCrossentropy(), UNNORMALISED, [0, 0, 1, 2]),
    "dense, logits": (K.CategoricalCrossentropy(from_logits=True), LOGITS, ONEHOT5),
    "dense, logits, soft targets": (K.CategoricalCrossentropy(from_logits=True), LOGITS, SOFT5),
    "dense, extreme logits": (K.CategoricalCrossentropy(from_logits=True), EXTREME, ONEHOT3),
    "dense, logits, targets of sum 2": (K.CategoricalCrossentropy(from_logits=True), LOGITS, 2 * SOFT5),
    "dense, probabilities": (K.CategoricalCrossentropy(), P, SOFT5),
    "dense, sure and wrong": (K.CategoricalCrossentropy(), SURE, np.eye(3)[[0, 0, 1, 1]]),
    "dense, not normalised": (K.CategoricalCrossentropy(), UNNORMALISED, ONEHOT3),
    "dense, logits of places": (K.CategoricalCrossentropy(from_logits=True), PLACES, np.eye(4)[[[0, 1, 3], [2, 2, 0]]]),
    "squares": (K.MeanSquaredError(), LOGITS, SOFT5),
    "squares of places": (K.MeanSquaredError(), PLACES, rng.normal(0, 1, (2, 3, 4))),
}


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, loss, output, target):
    o = torch.tensor(np.asarray(output, "float32"), requires_grad=True)
    t = np.asarray(target, "int32" if isinstance(loss, K.SparseCategoricalCrossentropy) else "float32")
    value = loss(torch.tensor(t), o)
    value.backward()
    return {
        "name": name,
        "loss": type(loss).__name__,
        "from_logits": bool(loss.get_config().get("from_logits", False)),
        "shape": list(o.shape),
        "output": numbers(output),
        "target_shape": list(t.shape),
        "target": numbers(t),
        "value": float(str(np.float32(value.item()))),
        "gradient": numbers(o.grad),
    }


out = {
    "made": f"losses.py with Keras {keras.__version__}, PyTorch {torch.__version__}",
    "cases": [case(name, *args) for name, args in CASES.items()],
}
pathlib.Path(__file__).with_name("losses.json").write_text(json.dumps(out) + "\n")
