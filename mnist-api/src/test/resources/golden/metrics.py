"""Makes metrics.json: what metrics of real Keras say after each of several batches.

Made with Keras 3.15.1 on TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python metrics.py
"""

import json
import pathlib

import keras
import numpy as np
from keras import metrics as K

rng = np.random.default_rng(2)
SIZES = [7, 1, 12, 5]
C = 6


def batches(make):
    return [np.asarray(make(n), "float32") for n in SIZES]


def softmax(o):
    return np.exp(o) / np.exp(o).sum(-1, keepdims=True)


LOGITS = batches(lambda n: rng.normal(0, 1.5, (n, C)))
PLACES = batches(lambda n: rng.normal(0, 1.5, (n, 2, 3)))
PROBS = [softmax(o) for o in LOGITS]
PLACEPROBS = [softmax(o) for o in PLACES]
YES = batches(lambda n: np.round(rng.uniform(0, 1, (n, C)), 2))
ONE = batches(lambda n: np.round(rng.uniform(0, 1, (n, 1)), 2))
TIES = batches(lambda n: rng.integers(0, 3, (n, C)) / 4)
POSITIVE = batches(lambda n: rng.uniform(0.1, 3, (n, C)))
LABELS = batches(lambda n: rng.integers(0, C, n))
PLACELABELS = batches(lambda n: rng.integers(0, 3, (n, 2)))
ONEHOT = [np.eye(C, dtype="float32")[y.astype(int)] for y in LABELS]
PLACEONEHOT = [np.eye(3, dtype="float32")[y.astype(int)] for y in PLACELABELS]
BITS = batches(lambda n: rng.integers(0, 2, (n, C)))
ONEBIT = batches(lambda n: rng.integers(0, 2, (n, 1)))
MIXED = BITS[:2] + [2 * y - 1 for y in BITS[2:]]
SOFT = batches(lambda n: rng.uniform(0, 1, (n, C)))
NUMBERS = batches(lambda n: rng.normal(0, 1.5, (n, C)))
COUNTS = batches(lambda n: rng.integers(0, 5, (n, C)))
DIST = batches(lambda n: rng.dirichlet(np.ones(C), n))
NOTHING = [0 * y for y in BITS]

CASES = [
    ("binary accuracy 0.3", K.BinaryAccuracy(threshold=0.3), BITS, YES),
    ("top 5", K.TopKCategoricalAccuracy(), ONEHOT, LOGITS),
    ("top 2", K.TopKCategoricalAccuracy(k=2), ONEHOT, LOGITS),
    ("top 2, equals", K.TopKCategoricalAccuracy(k=2), ONEHOT, TIES),
    ("top 2 of places", K.TopKCategoricalAccuracy(k=2), PLACEONEHOT, PLACES),
    ("sparse top 5", K.SparseTopKCategoricalAccuracy(), LABELS, LOGITS),
    ("sparse top 3, equals", K.SparseTopKCategoricalAccuracy(k=3), LABELS, TIES),
    ("sparse top 2 of places", K.SparseTopKCategoricalAccuracy(k=2), PLACELABELS, PLACES),
    ("precision", K.Precision(), BITS, YES),
    ("precision 0.3", K.Precision(thresholds=0.3), BITS, YES),
    ("precision, top 2", K.Precision(top_k=2), ONEHOT, LOGITS),
    ("precision, top 2, equals", K.Precision(top_k=2), ONEHOT, TIES),
    ("precision, top 2, class 1, threshold", K.Precision(thresholds=0.4, top_k=2, class_id=1), ONEHOT, YES),
    ("precision of places", K.Precision(top_k=1, class_id=2), PLACEONEHOT, PLACES),
    ("precision of nothing", K.Precision(), BITS, [o * 0 for o in YES]),
    ("precision of one output", K.Precision(), ONEBIT, ONE),
    ("recall", K.Recall(), BITS, YES),
    ("recall 0.8, class 3", K.Recall(thresholds=0.8, class_id=3), BITS, YES),
    ("recall, top 3", K.Recall(top_k=3), ONEHOT, LOGITS),
    ("recall of nothing", K.Recall(), NOTHING, YES),
    ("f1 of classes", K.F1Score(), ONEHOT, PROBS),
    ("f1 micro", K.F1Score(average="micro"), ONEHOT, PROBS),
    ("f1 macro", K.F1Score(average="macro"), ONEHOT, PROBS),
    ("f1 weighted", K.F1Score(average="weighted"), ONEHOT, PROBS),
    ("f1 macro, equals", K.F1Score(average="macro"), ONEHOT, TIES),
    ("f1 of classes above 0.4", K.F1Score(threshold=0.4), BITS, YES),
    ("f1 weighted, soft targets", K.F1Score(average="weighted", threshold=0.5), SOFT, YES),
    ("fbeta 2 macro", K.FBetaScore(average="macro", beta=2.0), ONEHOT, PROBS),
    ("fbeta 0.5 weighted above 0.3", K.FBetaScore(average="weighted", beta=0.5, threshold=0.3), BITS, YES),
    ("auc", K.AUC(), BITS, YES),
    ("auc of one output", K.AUC(), ONEBIT, ONE),
    ("auc, fifty", K.AUC(num_thresholds=50), BITS, YES),
    ("auc, logits", K.AUC(from_logits=True), BITS, LOGITS),
    ("auc, minoring", K.AUC(summation_method="minoring", num_thresholds=20), BITS, YES),
    ("auc, majoring", K.AUC(summation_method="majoring", num_thresholds=20), BITS, YES),
    ("auc of classes", K.AUC(), ONEHOT, PROBS),
    ("auc PR", K.AUC(curve="PR"), BITS, YES),
    ("auc PR, twenty", K.AUC(curve="PR", num_thresholds=20), BITS, YES),
    ("auc PR, minoring", K.AUC(curve="PR", summation_method="minoring", num_thresholds=20), BITS, YES),
    ("auc PR, majoring", K.AUC(curve="PR", summation_method="majoring", num_thresholds=20), BITS, YES),
    ("auc of nothing", K.AUC(), NOTHING, YES),
    ("auc PR of nothing", K.AUC(curve="PR"), NOTHING, YES),
    ("auc, beyond 0 and 1", K.AUC(), BITS, NUMBERS),
    ("mse", K.MeanSquaredError(), NUMBERS, LOGITS),
    ("mse of places", K.MeanSquaredError(), PLACEONEHOT, PLACES),
    ("mae", K.MeanAbsoluteError(), NUMBERS, LOGITS),
    ("mape", K.MeanAbsolutePercentageError(), NUMBERS, LOGITS),
    ("msle", K.MeanSquaredLogarithmicError(), COUNTS, LOGITS),
    ("rmse", K.RootMeanSquaredError(), NUMBERS, LOGITS),
    ("rmse of places", K.RootMeanSquaredError(), PLACEONEHOT, PLACES),
    ("log-cosh", K.LogCoshError(), NUMBERS, LOGITS),
    ("divergence", K.KLDivergence(), DIST, PROBS),
    ("divergence of places", K.KLDivergence(), PLACEONEHOT, PLACEPROBS),
    ("poisson", K.Poisson(), COUNTS, POSITIVE),
    ("hinge", K.Hinge(), BITS, LOGITS),
    ("hinge, first bits, then signs", K.Hinge(), MIXED, LOGITS),
    ("squared hinge", K.SquaredHinge(), BITS, LOGITS),
    ("categorical hinge", K.CategoricalHinge(), ONEHOT, LOGITS),
    ("categorical hinge of places", K.CategoricalHinge(), PLACEONEHOT, PLACES),
    ("cosine", K.CosineSimilarity(), NUMBERS, LOGITS),
    ("cosine of places", K.CosineSimilarity(), PLACEONEHOT, PLACES),
    ("binary entropy", K.BinaryCrossentropy(), BITS, YES),
    ("binary entropy, logits, smoothed", K.BinaryCrossentropy(from_logits=True, label_smoothing=0.2), BITS, LOGITS),
    ("entropy", K.CategoricalCrossentropy(), DIST, PROBS),
    ("entropy, not normalised", K.CategoricalCrossentropy(), DIST, POSITIVE),
    ("entropy, logits, smoothed", K.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1), ONEHOT, LOGITS),
    ("sparse entropy", K.SparseCategoricalCrossentropy(), LABELS, PROBS),
    ("sparse entropy, logits", K.SparseCategoricalCrossentropy(from_logits=True), LABELS, LOGITS),
    ("sparse entropy, one class ignored", K.SparseCategoricalCrossentropy(from_logits=True, ignore_class=2), LABELS, LOGITS),
    ("sparse entropy of places", K.SparseCategoricalCrossentropy(from_logits=True), PLACELABELS, PLACES),
]


def case(name, metric, targets, outputs):
    after = []
    for y, output in zip(targets, outputs):
        metric.update_state(y, output)
        after.append(np.atleast_1d(np.asarray(metric.result(), "float64")).tolist())
    return {
        "name": name,
        "metric": keras.saving.serialize_keras_object(metric),
        "target_shape": list(targets[0].shape[1:]),
        "shape": list(outputs[0].shape[1:]),
        "targets": [y.ravel().tolist() for y in targets],
        "outputs": [np.asarray(o, "float32").ravel().tolist() for o in outputs],
        "after": after,
    }


out = {
    "made": f"metrics.py with Keras {keras.__version__}",
    "sizes": SIZES,
    "cases": [case(*args) for args in CASES],
}
pathlib.Path(__file__).with_name("metrics.json").write_text(json.dumps(out) + "\n")
