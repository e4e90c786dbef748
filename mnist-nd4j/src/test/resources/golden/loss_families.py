"""Makes loss_families.json: values and gradients of all losses but the plain ones of losses.py, as real Keras computes them.

In double precision, so that the comparison is about formulas, clips and epsilons and not about rounding; targets are
numbers of single precision, as a data set has them. Only where probabilities are cut in the binary one, single precision
shows: 1 - 1e-7 is 1 - 1.19e-7 there, and 0 instead of 1 costs 15.94 instead of 16.12.

Made with Keras 3.15.1 on TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python loss_families.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import losses as K

keras.config.set_floatx("float64")
rng = np.random.default_rng(5)
N, C = 6, 4
O = rng.normal(0, 1.5, (N, C))
PLACES = rng.normal(0, 1.5, (3, 2, C))
Y = rng.normal(0, 1.5, (N, C))
POSITIVE = rng.uniform(0.1, 3, (N, C))
COUNTS = rng.integers(0, 5, (N, C))
BITS = rng.integers(0, 2, (N, C))
SOFT = rng.uniform(0, 1, (N, C))
SIGNS = 2 * BITS - 1
P = 1 / (1 + np.exp(-O))
SURE = np.array([[0, 1, 1e-9, 1 - 1e-9]] * N)
Q = np.exp(O) / np.exp(O).sum(-1, keepdims=True)
QP = np.exp(PLACES) / np.exp(PLACES).sum(-1, keepdims=True)
ONEHOT = np.eye(C)[rng.integers(0, C, N)]
ONEHOTP = np.eye(C)[rng.integers(0, C, (3, 2))]
DIST = rng.dirichlet(np.ones(C), N)
DISTP = rng.dirichlet(np.ones(C), (3, 2))
CLASSES = np.array([0, 3, 255, 1, 255, 2])
CLASSESP = np.array([[0, 255], [255, 255], [2, 3]])
BIG = np.array([[30.0, -30, 800, -800]] * N)

CASES = [
    ("binary, probabilities", K.BinaryCrossentropy(), P, BITS),
    ("binary, probabilities, soft targets", K.BinaryCrossentropy(), P, SOFT),
    ("binary, probabilities, smoothed", K.BinaryCrossentropy(label_smoothing=0.25), P, BITS),
    ("binary, sure", K.BinaryCrossentropy(dtype="float32"), SURE, BITS),
    ("binary, logits", K.BinaryCrossentropy(from_logits=True), O, BITS),
    ("binary, logits, smoothed", K.BinaryCrossentropy(from_logits=True, label_smoothing=0.1), O, SOFT),
    ("binary, extreme logits", K.BinaryCrossentropy(from_logits=True), BIG, BITS),
    ("binary, logits of places", K.BinaryCrossentropy(from_logits=True), PLACES, ONEHOTP),
    ("binary focal, probabilities", K.BinaryFocalCrossentropy(), P, BITS),
    ("binary focal, probabilities, soft, balanced", K.BinaryFocalCrossentropy(True, 0.3, 1.5), P, SOFT),
    ("binary focal, logits", K.BinaryFocalCrossentropy(from_logits=True), O, BITS),
    ("binary focal, logits, balanced, smoothed", K.BinaryFocalCrossentropy(True, from_logits=True, label_smoothing=0.2), O, BITS),
    ("binary focal, no power", K.BinaryFocalCrossentropy(gamma=0.0, from_logits=True), O, BITS),
    ("categorical, logits, smoothed", K.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1), O, ONEHOT),
    ("categorical, probabilities, smoothed", K.CategoricalCrossentropy(label_smoothing=0.3), Q, DIST),
    ("categorical focal, probabilities", K.CategoricalFocalCrossentropy(), Q, ONEHOT),
    ("categorical focal, not normalised", K.CategoricalFocalCrossentropy(), POSITIVE, DIST),
    ("categorical focal, logits", K.CategoricalFocalCrossentropy(from_logits=True), O, ONEHOT),
    ("categorical focal, logits of places, smoothed", K.CategoricalFocalCrossentropy(0.5, 1.0, True, 0.1), PLACES, DISTP),
    ("categorical focal, no power", K.CategoricalFocalCrossentropy(gamma=0.0, from_logits=True), O, DIST),
    ("sparse, one class ignored, logits", K.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255), O, CLASSES),
    ("sparse, one class ignored, probabilities", K.SparseCategoricalCrossentropy(ignore_class=1), Q, [0, 3, 1, 1, 2, 2]),
    ("sparse, one class ignored, places", K.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255), PLACES, CLASSESP),
    ("sparse, all ignored", K.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255), O, [255] * N),
    ("absolute", K.MeanAbsoluteError(), O, Y),
    ("percentage", K.MeanAbsolutePercentageError(), O, Y),
    ("percentage of counts", K.MeanAbsolutePercentageError(), O, COUNTS),
    ("logarithms", K.MeanSquaredLogarithmicError(), POSITIVE, COUNTS),
    ("logarithms of the negative, too", K.MeanSquaredLogarithmicError(), O, Y),
    ("huber", K.Huber(), O, Y),
    ("huber 0.3", K.Huber(0.3), O, Y),
    ("log-cosh", K.LogCosh(), O, Y),
    ("log-cosh, extreme", K.LogCosh(), BIG, Y),
    ("poisson", K.Poisson(), POSITIVE, COUNTS),
    ("divergence", K.KLDivergence(), Q, DIST),
    ("divergence, one-hot", K.KLDivergence(), Q, ONEHOT),
    ("divergence of places", K.KLDivergence(), QP, DISTP),
    ("divergence of what is no distribution", K.KLDivergence(), O, Y),
    ("hinge, signs", K.Hinge(), O, SIGNS),
    ("hinge, bits", K.Hinge(), O, BITS),
    ("hinge, numbers", K.Hinge(), O, Y),
    ("squared hinge, signs", K.SquaredHinge(), O, SIGNS),
    ("squared hinge, bits", K.SquaredHinge(), O, BITS),
    ("categorical hinge", K.CategoricalHinge(), O, ONEHOT),
    ("categorical hinge of places", K.CategoricalHinge(), PLACES, ONEHOTP),
    ("categorical hinge, equals", K.CategoricalHinge(), [[-1.0, -1, 2, -1]] * N, ONEHOT * 1.5),
    ("cosine", K.CosineSimilarity(), O, Y),
    ("cosine of places", K.CosineSimilarity(), PLACES, DISTP),
    ("cosine of nearly nothing", K.CosineSimilarity(), O * 1e-9, Y),
]


def case(name, loss, output, target):
    o = tf.Variable(np.asarray(output, "float64"))
    t = np.asarray(target, "float32").astype("float64")
    with tf.GradientTape() as tape:
        value = loss(t, o)
    gradient = tape.gradient(value, o)
    config = loss.get_config() | ({"delta": loss._fn_kwargs["delta"]} if isinstance(loss, K.Huber) else {})
    return {
        "name": name,
        "loss": {"class_name": type(loss).__name__, "config": config},
        "shape": list(o.shape),
        "output": o.numpy().ravel().tolist(),
        "target_shape": list(t.shape),
        "target": t.ravel().tolist(),
        "value": float(value),
        "gradient": gradient.numpy().ravel().tolist(),
    }


out = {
    "made": f"loss_families.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "cases": [case(*args) for args in CASES],
}
pathlib.Path(__file__).with_name("loss_families.json").write_text(json.dumps(out) + "\n")
