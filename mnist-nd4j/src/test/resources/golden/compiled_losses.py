"""Writes compiled_losses/*.keras and compiled_losses/expected.json: a small network compiled with one loss after another
and some metrics, its loss and metrics on eight samples, and its weights after one step of SGD on them, from the file as real Keras reads it back.

Made with Keras 3.15.1 on TensorFlow 2.21.0, Python 3.11.7: KERAS_BACKEND=tensorflow python compiled_losses.py
"""

import json
import pathlib

import keras
import numpy as np
from keras import losses as K
from keras import metrics as M

folder = pathlib.Path(__file__).parent / "compiled_losses"
random = np.random.default_rng(3)
x = random.normal(0, 1, (8, 5)).astype(np.float32)
classes = np.array([0, 1, 255, 2, 2, 255, 1, 0])
onehot = np.eye(3)[random.integers(0, 3, 8)]
bits = random.integers(0, 2, (8, 3))
numbers = random.normal(0, 1, (8, 3))

CASES = {
    "binary": (K.BinaryCrossentropy(label_smoothing=0.1), "sigmoid", bits),
    "binary_focal": (K.BinaryFocalCrossentropy(True, 0.3, 1.5, from_logits=True, label_smoothing=0.2), None, bits),
    "categorical": (K.CategoricalCrossentropy(from_logits=True, label_smoothing=0.2), None, onehot),
    "categorical_focal": (K.CategoricalFocalCrossentropy(0.5, 1.0, label_smoothing=0.1), "softmax", onehot),
    "sparse": (K.SparseCategoricalCrossentropy(from_logits=True, ignore_class=255), None, classes),
    "huber": (K.Huber(), None, numbers),
    "cosine": (K.CosineSimilarity(), None, numbers),
    "divergence": ("kld", "softmax", onehot),
    "squared_hinge": ("squared_hinge", None, bits),
    "log_cosh": ("LogCosh", None, numbers),
}
METRICS = {
    "binary": [
        M.Precision(thresholds=0.4),
        M.Recall(class_id=1, name="found"),
        M.AUC(num_thresholds=50, curve="PR"),
        "mae",
        M.BinaryAccuracy(threshold=0.6),
    ],
    "categorical": [
        "accuracy",
        M.TopKCategoricalAccuracy(2),
        M.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1, name="entropy"),
    ],
    "categorical_focal": [M.F1Score("macro"), M.FBetaScore("weighted", 2.0, 0.3), "auc", M.Precision(top_k=1)],
    "huber": ["MSE", M.RootMeanSquaredError(), M.CosineSimilarity(name="c"), keras.losses.mean_absolute_error],
    "squared_hinge": [M.Hinge(), M.SquaredHinge()],
    "log_cosh": [M.LogCoshError(), "mean_squared_error"],
}

expected = {"x": x.ravel().tolist(), "cases": []}
for name, (loss, activation, y) in CASES.items():
    keras.utils.set_random_seed(7)
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3, activation, name="dense")])
    model.compile(keras.optimizers.SGD(0.25), loss, metrics=METRICS.get(name))
    model.save(folder / f"{name}.keras")
    model = keras.saving.load_model(folder / f"{name}.keras")
    y = np.asarray(y, "float32")
    scores = model.evaluate(x, y, verbose=0, return_dict=True)
    model.train_on_batch(x, y)
    expected["cases"].append(
        {
            "name": name,
            "target_shape": list(y.shape),
            "y": y.ravel().tolist(),
            "scores": {key: float(value) for key, value in scores.items()},
            "kernel": model.layers[0].kernel.numpy().ravel().tolist(),
        }
    )
(folder / "expected.json").write_text(json.dumps(expected) + "\n")
