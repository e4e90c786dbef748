"""Writes compiled_adam.keras and compiled_adam.json: a small network that real Keras trained for five steps with Adam and
saved, a batch, its logits, and the weights after one more step on that batch.

Made with Keras 3.15.1 on TensorFlow 2.21.0, Python 3.11.7: KERAS_BACKEND=tensorflow python compiled.py
"""

import json
import pathlib

import keras
import numpy as np

here = pathlib.Path(__file__).parent
keras.utils.set_random_seed(7)
random = np.random.default_rng(7)
x = random.random((8, 6, 6, 1), dtype=np.float32)
y = random.integers(0, 3, 8).astype(np.int32)

model = keras.Sequential(
    [
        keras.Input((6, 6, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.MaxPooling2D(2),
        keras.layers.Flatten(),
        keras.layers.Dense(3),
    ]
)
model.compile(
    keras.optimizers.Adam(0.01),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
for _ in range(5):
    model.train_on_batch(x, y)
model.save(here / "compiled_adam.keras")
logits = model.predict(x, verbose=0)
model.train_on_batch(x, y)
after = {f"{v.path}": v.numpy().ravel().tolist() for v in model.trainable_variables}
(here / "compiled_adam.json").write_text(
    json.dumps(
        {
            "x": x.ravel().tolist(),
            "y": y.tolist(),
            "logits": logits.ravel().tolist(),
            "weights after one more step": list(after.values()),
        }
    )
)
