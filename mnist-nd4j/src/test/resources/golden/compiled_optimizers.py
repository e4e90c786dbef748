"""Writes optimizers/*.keras and optimizers/expected.json: a small network that real Keras trained for three steps with each
optimizer and saved, and its weights after two more steps of fit.

With two folders it does the other half: python compiled_optimizers.py OURS THEIRS trains the files in OURS, saved by Java, two
steps more, and compares the weights with those that Java got.

Made with Keras 3.15.1 on TensorFlow 2.21.0, Python 3.11.7: KERAS_BACKEND=tensorflow python compiled_optimizers.py
"""

import json
import pathlib
import sys

import keras
import numpy as np
from keras import optimizers as K

here = pathlib.Path(__file__).parent
random = np.random.default_rng(11)
X = random.normal(0, 1, (24, 5)).astype("float32")
Y = random.integers(0, 3, 24).astype("int32")
CASES = {
    "adadelta": lambda: K.Adadelta(1.0),
    "adagrad": lambda: K.Adagrad(0.05),
    "adam_amsgrad": lambda: K.Adam(0.01, amsgrad=True),
    "adam_accumulation": lambda: K.Adam(0.02, gradient_accumulation_steps=2, clipnorm=0.1),
    "adam_averages": lambda: K.Adam(0.02, use_ema=True, ema_momentum=0.8),
    "adam_schedule_accumulation": lambda: K.Adam(
        K.schedules.ExponentialDecay(0.05, 2, 0.5), gradient_accumulation_steps=2
    ),
    "adamax": lambda: K.Adamax(0.02),
    "adamw": lambda: K.AdamW(0.01, weight_decay=0.1),
    "adamw_cosine": lambda: K.AdamW(
        K.schedules.CosineDecay(0.0, 6, alpha=0.1, warmup_target=0.05, warmup_steps=3), weight_decay=0.1
    ),
    "ftrl": lambda: K.Ftrl(0.1, l1_regularization_strength=0.01),
    "lion": lambda: K.Lion(0.003),
    "nadam": lambda: K.Nadam(0.01),
    "nadam_all": lambda: K.Nadam(
        0.02,
        weight_decay=0.1,
        global_clipnorm=0.5,
        use_ema=True,
        ema_momentum=0.7,
        ema_overwrite_frequency=2,
        gradient_accumulation_steps=2,
    ),
    "rmsprop": lambda: K.RMSprop(0.01),
    "rmsprop_centered": lambda: K.RMSprop(0.01, momentum=0.5, centered=True, epsilon=1e-3),
    "sgd": lambda: K.SGD(0.1),
    "sgd_piecewise": lambda: K.SGD(K.schedules.PiecewiseConstantDecay([1, 3], [0.3, 0.2, 0.1])),
    "sgd_nesterov": lambda: K.SGD(0.1, momentum=0.9, nesterov=True),
}


def fit(model):
    """Two steps."""
    model.fit(X[8:], Y[8:], batch_size=8, epochs=1, shuffle=False, verbose=0)
    return [v.numpy().ravel().tolist() for v in model.weights]


def make(name, optimizer):
    keras.utils.set_random_seed(5)
    model = keras.Sequential(
        [keras.Input((5,)), keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(3)]
    )
    model.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    for _ in range(3):
        model.train_on_batch(X[:8], Y[:8])
    model.save(here / "optimizers" / f"{name}.keras")
    return fit(model)


def check(ours, theirs):
    worst = 0
    for file in sorted(ours.glob("*.keras")):
        expected = json.loads((theirs / f"{file.stem}.json").read_text())
        model = keras.models.load_model(file)
        steps = int(model.optimizer.variables[0])
        found = fit(model)
        differs = max(float(np.abs(np.subtract(a, b)).max()) for a, b in zip(found, expected, strict=True))
        print(f"{file.stem:20} from step {steps}: max |d| {differs:.1e}")
        worst = max(worst, differs)
    sys.exit(0 if worst < 1e-5 else "they differ")


if len(sys.argv) == 3:
    check(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
(here / "optimizers").mkdir(exist_ok=True)
expected = {name: make(name, optimizer()) for name, optimizer in CASES.items()}
out = {"x": X.ravel().tolist(), "y": Y.tolist(), "weights": expected}
(here / "optimizers" / "expected.json").write_text(json.dumps(out) + "\n")
