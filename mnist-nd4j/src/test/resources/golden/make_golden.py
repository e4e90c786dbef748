"""Makes models/: whole networks, saved and asked by real Keras.

A network NAME is NAME.keras, the samples NAME_x.npy and the outputs NAME_y.npy; and, but for those of
one activation alone, NAME.portable.json, its config with only the keys that all versions of Keras 3
read. Weights are random, biases not zero; samples are smooth blobs, one of noise, one inverted.

The files here were made with Keras 3.15.1, PyTorch 2.13.0, NumPy 2.4.6 on 2026-11-24:
KERAS_BACKEND=torch python make_golden.py
"""

import json
import pathlib
import zipfile

import keras
import numpy as np
from keras import layers as L

OUT = pathlib.Path(__file__).with_name("models")
PORTABLE_DROPS = {"ragged", "optional", "quantization_config", "input_axes", "output_axes"}


def sequential(shape, *layers):
    return lambda: keras.Sequential([keras.Input(shape), *layers])


def deferred():
    model = keras.Sequential([L.Conv2D(4, 3, activation="relu"), L.MaxPooling2D(), L.Flatten(), L.Dense(10)])
    model.build((None, 28, 28, 1))
    return model


# The number is the seed of weights and samples, the last one a factor of the last kernel.
NETWORKS = {
    "tutorial_cnn": (0, sequential(
        (28, 28, 1), L.Conv2D(32, 3, activation="relu"), L.MaxPooling2D(2),
        L.Conv2D(64, 3, activation="relu"), L.MaxPooling2D(2), L.Flatten(),
        L.Dense(64, activation="relu"), L.Dense(10)), 1),
    "keras_io_mnist_convnet": (1, sequential(
        (28, 28, 1), L.Conv2D(32, 3, activation="relu"), L.MaxPooling2D(2),
        L.Conv2D(64, 3, activation="relu"), L.MaxPooling2D(2), L.Flatten(), L.Dropout(0.5),
        L.Dense(10, activation="softmax")), 1),
    "lenet5": (2, sequential(
        (28, 28, 1), L.Conv2D(6, 5, padding="same", activation="tanh"), L.AveragePooling2D(2),
        L.Conv2D(16, 5, activation="tanh"), L.AveragePooling2D(2, strides=2), L.Flatten(),
        L.Dense(120, activation="tanh"), L.Dense(84, activation="tanh"),
        L.Dense(10, activation="softmax")), 2),
    "mlp_dropout": (5, sequential(
        (28, 28), L.Flatten(), L.Dense(32, activation="relu"), L.Dropout(0.2), L.Dense(10)), 1),
    "softmax_regression": (6, sequential((784,), L.Dense(10, activation="softmax")), 1),
    "deferred_build": (13, deferred, 1),
}


def randomize(model, rng, factor):
    for layer in model.layers:
        for v in layer.trainable_variables:
            shape = tuple(v.shape)
            spread = 0.3 if v.name == "bias" else 1.4 / np.sqrt(np.prod(shape[:-1]))
            v.assign(rng.normal(0, spread, shape).astype("float32"))
    kernel = model.layers[-1].kernel
    kernel.assign(kernel.numpy() * factor)


def blobs(rng):
    down, across = np.mgrid[0:28, 0:28]
    x = np.zeros((6, 28, 28), "float32")
    for image in x:
        for _ in range(5):
            y0, x0 = rng.uniform(6, 22, 2)
            width = rng.uniform(1.5, 4)
            image += np.exp(-((down - y0) ** 2 + (across - x0) ** 2) / (2 * width**2)).astype("float32")
    x = np.clip(x, 0, 1)
    x[4] = rng.random((28, 28))
    x[5] = 1 - x[5]
    return x


def portable(node):
    if isinstance(node, list):
        return [portable(n) for n in node]
    if not isinstance(node, dict):
        return node
    if node.get("class_name") == "DTypePolicy":
        return node["config"]["name"]
    return {k: portable(v) for k, v in node.items() if k not in PORTABLE_DROPS}


def save(name, model, x):
    y = model.predict(x, verbose=0)
    model.save(OUT / f"{name}.keras")
    np.save(OUT / f"{name}_x.npy", x)
    np.save(OUT / f"{name}_y.npy", y)


def save_portable(name):
    config = json.loads(zipfile.ZipFile(OUT / f"{name}.keras").read("config.json"))
    (OUT / f"{name}.portable.json").write_text(json.dumps(portable(config)) + "\n")


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    for name, (k, network, factor) in NETWORKS.items():
        keras.utils.clear_session()
        model = network()
        randomize(model, np.random.default_rng(1000 + k), factor)
        save(name, model, blobs(np.random.default_rng(7 + k)).reshape((6,) + model.input_shape[1:]))
        save_portable(name)
    steps = np.linspace(-6, 6, 61, dtype="float32")
    x = np.stack([np.roll(steps, 7 * i) for i in range(8)])[:, :12]
    for name in ["linear", "relu", "sigmoid", "softmax", "tanh"]:
        keras.utils.clear_session()
        save(name, keras.Sequential([keras.Input((12,)), L.Activation(name)]), x)
