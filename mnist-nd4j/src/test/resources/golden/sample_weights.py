"""Makes sample_weights.json: losses and weights of a small network trained with weights of samples and of classes.

Made with Keras 3.15.1 on TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python sample_weights.py
"""

import json
import pathlib

import keras
import numpy as np

random = np.random.default_rng(11)
N = 10
x = random.normal(0, 1, (N, 5)).astype("float32")
labels = random.integers(0, 3, N)
onehot = np.eye(3, dtype="float32")[labels]
sample_weight = random.uniform(0, 3, N).astype("float32")
sample_weight[4] = 0
class_weight = {0: 0.5, 2: 3.0}
bits = random.integers(0, 2, (N, 3)).astype("float32")
kernel = random.normal(0, 0.5, (5, 3)).astype("float32")
LOSSES = {
    "SparseCategoricalCrossentropy": (keras.losses.SparseCategoricalCrossentropy(from_logits=True), labels),
    "CategoricalCrossentropy": (keras.losses.CategoricalCrossentropy(from_logits=True), onehot),
    "MeanAbsoluteError": (keras.losses.MeanAbsoluteError(), onehot),
    "BinaryCrossentropy": (keras.losses.BinaryCrossentropy(from_logits=True), bits),
    "Hinge": (keras.losses.Hinge(), bits),
    "CosineSimilarity": (keras.losses.CosineSimilarity(), bits + 1),
}


def case(name, loss, y, by_class):
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3)])
    model.layers[0].set_weights([kernel, np.zeros(3)])
    model.compile(keras.optimizers.SGD(0.25), loss)
    weights = {"class_weight": class_weight} if by_class else {"sample_weight": sample_weight}
    history = model.fit(
        x, y, batch_size=4, epochs=2, shuffle=False, verbose=0, validation_data=(x, y, sample_weight), **weights
    ).history
    return {
        "name": f"{name}, {'classes' if by_class else 'samples'}",
        "loss": name,
        "by_class": by_class,
        "target_shape": list(y.shape),
        "y": y.ravel().tolist(),
        "losses": history["loss"],
        "val_losses": history["val_loss"],
        "kernel": model.layers[0].get_weights()[0].ravel().tolist(),
        "train_on_batch": float(model.train_on_batch(x, y, sample_weight=sample_weight)),
        "kernel after": model.layers[0].get_weights()[0].ravel().tolist(),
    }


out = {
    "made": f"sample_weights.py with Keras {keras.__version__}",
    "x": x.ravel().tolist(),
    "kernel": kernel.ravel().tolist(),
    "sample_weight": sample_weight.tolist(),
    "class_weight": class_weight,
    "cases": [case(name, *args, False) for name, args in LOSSES.items()]
    + [case(name, *LOSSES[name], True) for name in ("SparseCategoricalCrossentropy", "CategoricalCrossentropy")],
}
pathlib.Path(__file__).with_name("sample_weights.json").write_text(json.dumps(out) + "\n")
