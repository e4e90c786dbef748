"""Makes inside.json: what layers in the midst make, and how outputs change with inputs, by real Keras.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python inside.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers as L


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


rng = np.random.default_rng(3)
model = keras.Sequential(
    [
        keras.Input((6, 7, 2)),
        L.Conv2D(4, 3, activation="tanh"),
        L.BatchNormalization(),
        L.GaussianNoise(0.5),
        L.Dropout(0.5),
        L.MaxPooling2D(2),
        L.Flatten(),
        L.Dense(5, activation="sigmoid"),
        L.Dense(3, activation="softmax"),
    ]
)
weights = [v for layer in model.layers for v in layer.weights]
for v in weights:
    low = 0.5 if v.path.endswith("variance") else -0.8
    v.assign(rng.uniform(low, 0.8, v.shape).astype("float32"))
x = tf.constant(rng.normal(0, 1, (4, 6, 7, 2)).astype("float32"))
features = keras.Model(model.inputs, [layer.output for layer in model.layers])
outputs = features(x, training=False)
gradients = {}
for chosen in range(3):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reduce_sum(model(x, training=False)[:, chosen])
    gradients[str(chosen)] = numbers(tape.gradient(y, x))
out = {
    "made": f"inside.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "model": json.loads(model.to_json()),
    "weights": [numbers(v) for v in weights],
    "x": numbers(x),
    "activations": {layer.name: numbers(y) for layer, y in zip(model.layers, outputs)},
    "gradients": gradients,
}
pathlib.Path(__file__).with_name("inside.json").write_text(json.dumps(out) + "\n")
