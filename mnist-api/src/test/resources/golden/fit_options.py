"""Makes fit_options.json: what Keras' fit goes through, by its options.

The network is y = x with a learning rate of 0 and squared errors against 0, in the data's order, so that losses say which samples were seen.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python fit_options.py
"""
import inspect
import json
import pathlib

import keras
import numpy as np

HERE = pathlib.Path(__file__).parent

CASES = [
    {},
    {"epochs": 5, "initial_epoch": 2},
    {"epochs": 2, "initial_epoch": 2},
    {"validation": 9},
    {"validation": 9, "validation_freq": 2},
    {"validation": 9, "validation_freq": 3, "epochs": 7, "initial_epoch": 1},
    {"validation": 9, "validation_freq": [1, 4]},
    {"validation": 9, "validation_freq": [2, 30], "initial_epoch": 1},
    {"validation": 9, "validation_batch_size": 2},
    {"validation": 9, "validation_batch_size": 2, "validation_steps": 1, "epochs": 1},
    {"validation": 9, "validation_steps": 2, "epochs": 1},
    {"validation": 9, "validation_steps": 3},
    {"validation_split": 0.3, "validation_freq": 2, "validation_batch_size": 1},
    {"steps_per_epoch": 4},
    {"steps_per_epoch": 2, "epochs": 6},
    {"steps_per_epoch": 1, "epochs": 9},
    {"steps_per_epoch": 2, "epochs": 5, "batch_size": 8, "validation": 3},
]


class Tests(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.epoch, self.seen = None, []

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch

    def on_test_end(self, logs=None):
        self.seen.append([self.epoch, logs["loss"]])


def run(case):
    options = {"epochs": 4, "batch_size": 4, **case}
    validation = options.pop("validation", None)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
    model.compile(keras.optimizers.SGD(0.0), loss="mse")
    x = np.arange(1, 17, dtype="float32")[:, None]
    tests = Tests()
    v = None if validation is None else (np.arange(1, validation + 1, dtype="float32")[:, None], np.zeros((validation, 1)))
    history = model.fit(x, np.zeros((16, 1)), shuffle=False, verbose=0, callbacks=[tests], validation_data=v, **options)
    return {"options": {**options, "validation": validation}, "epochs": history.epoch, "loss": history.history.get("loss", []), "tests": tests.seen}


def main():
    defaults = {name: p.default for name, p in inspect.signature(keras.Model.fit).parameters.items() if name not in ("self", "x", "y")}
    golden = {"defaults": defaults, "cases": [run(case) for case in CASES]}
    (HERE / "fit_options.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    for c in golden["cases"]:
        print(c)
    print(defaults)


if __name__ == "__main__":
    main()
