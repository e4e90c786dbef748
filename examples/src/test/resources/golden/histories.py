"""Makes histories.json: what real Keras' fit reports for whole networks on the first 2,000 digits of MNIST.

The first 1,000 test digits are the validation data; batches come in the order of the file. Initial weights are not kept: both sides work
them out, see initial().

Training with max-pooling and relu is chaotic: where two numbers nearly tie, rounding decides, and from some seeds Keras with and without
oneDNN, or in double precision, ends 5 digits of 1,000 apart. The tutorial's seed is one of those from which Keras' own three ways agree, to
1e-6 of loss, so that what is measured is the library and not the chaos.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python histories.py
"""

import gzip
import json
import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers as L

EPOCHS = 3
TRAIN, TEST = 2000, 1000
HERE = pathlib.Path(__file__).resolve().parent
MNIST = HERE.parents[4] / "mnist-data/src/main/resources/io/github/mnist4j/mnist"


def idx(name):
    data = gzip.decompress((MNIST / f"{name}.gz").read_bytes())
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(data[3])]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(shape)


def initial(seed, array, shape):
    """Glorot-uniform numbers by hashing their place: the finalizer of MurmurHash3, of which 24 bits are taken."""
    mask = np.uint64(0xFFFFFFFF)
    h = (np.arange(np.prod(shape), dtype=np.uint64) * np.uint64(0x9E3779B1) + np.uint64((100 * seed + array) * 0x85EBCA6B)) & mask
    h ^= h >> np.uint64(16)
    h = h * np.uint64(0x85EBCA6B) & mask
    h ^= h >> np.uint64(13)
    h = h * np.uint64(0xC2B2AE35) & mask
    h ^= h >> np.uint64(16)
    window = int(np.prod(shape[:-2]))
    limit = np.sqrt(6.0 / (window * (shape[-2] + shape[-1])))
    return ((2 * ((h >> np.uint64(8)) / 16777216.0) - 1) * limit).astype("float32").reshape(shape)


def tutorial():
    network = [
        L.Conv2D(32, 3, activation="relu"),
        L.MaxPooling2D(2),
        L.Conv2D(64, 3, activation="relu"),
        L.MaxPooling2D(2),
        L.Flatten(),
        L.Dense(64, activation="relu"),
        L.Dense(10),
    ]
    return network, keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def normalized():
    network = [
        L.Conv2D(12, 3, use_bias=False, kernel_regularizer=keras.regularizers.L2(1e-3)),
        L.BatchNormalization(momentum=0.9),
        L.ELU(),
        L.AveragePooling2D(2),
        L.SeparableConv2D(24, 3, padding="same", use_bias=False),
        L.BatchNormalization(momentum=0.9),
        L.Activation("silu"),
        L.AveragePooling2D(2),
        L.Dropout(0.0),
        L.Flatten(),
        L.Dense(10, activation="softmax", kernel_constraint=keras.constraints.MaxNorm(2)),
    ]
    schedule = keras.optimizers.schedules.CosineDecay(0.005, 149, alpha=0.05, warmup_target=0.05, warmup_steps=40)
    return network, keras.optimizers.SGD(schedule, momentum=0.9, nesterov=True), keras.losses.SparseCategoricalCrossentropy()


def rows():
    network = [L.Reshape((28, 28)), L.LSTM(32), L.LayerNormalization(), L.Dense(10)]
    optimizer = keras.optimizers.AdamW(0.003, global_clipnorm=1.0, use_ema=True, ema_momentum=0.95)
    return network, optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def case(build, seed):
    keras.backend.clear_session()
    network, optimizer, loss = build()
    model = keras.Sequential([keras.Input((28, 28, 1))] + network)
    for k, v in enumerate(v for layer in model.layers for v in layer.weights):
        if len(v.shape) > 1:
            v.assign(initial(seed, k, v.shape))
    model.compile(optimizer, loss, metrics=["accuracy"])
    x, y = idx("train-images-idx3-ubyte")[:TRAIN, ..., None], idx("train-labels-idx1-ubyte")[:TRAIN]
    test = idx("t10k-images-idx3-ubyte")[:TEST, ..., None], idx("t10k-labels-idx1-ubyte")[:TEST]
    history = model.fit(
        x.astype("float32") / 255,
        y,
        epochs=EPOCHS,
        shuffle=False,
        validation_data=(test[0].astype("float32") / 255, test[1]),
        verbose=2,
    )
    return {"name": build.__name__, "seed": seed, "model": json.loads(model.to_json()), "history": history.history}


out = {
    "made": f"histories.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "cases": [case(tutorial, 7), case(normalized, 0), case(rows, 0)],
}
HERE.joinpath("histories.json").write_text(json.dumps(out) + "\n")
