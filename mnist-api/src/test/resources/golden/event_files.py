"""Makes event_files.json: event files of Keras' TensorBoard callback, byte by byte, and the logs that it was shown.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python event_files.py
"""
import base64
import json
import pathlib
import tempfile

import keras
import numpy as np

HERE = pathlib.Path(__file__).parent


class Recorder(keras.callbacks.Callback):
    """Writes down what callbacks are called with, as far as it comes into event files."""

    def __init__(self):
        super().__init__()
        self.calls = []

    def note(self, kind, number, logs):
        self.calls.append(
            {
                "kind": kind,
                "number": number,
                "logs": {name: float(value) for name, value in logs.items()},
                "iteration": int(self.model.optimizer.iterations.numpy()),
                "learning_rate": float(self.model.optimizer.learning_rate.numpy()),
            }
        )

    def on_train_batch_end(self, batch, logs=None):
        self.note("batch", batch, logs)

    def on_test_end(self, logs=None):
        self.note("test", 0, logs)

    def on_epoch_end(self, epoch, logs=None):
        self.note("epoch", epoch, logs)


def run(update_freq, validate):
    keras.utils.set_random_seed(1)
    x = np.random.default_rng(0).normal(size=(20, 3)).astype("float32")
    y = (x.sum(1) > 0).astype("float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.SGD(0.5), loss="binary_crossentropy", metrics=["accuracy"])
    recorder = Recorder()
    with tempfile.TemporaryDirectory() as folder:
        board = keras.callbacks.TensorBoard(folder, write_graph=False, update_freq=update_freq)
        halve = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate / 2)
        model.fit(x, y, epochs=2, batch_size=5, verbose=0, callbacks=[recorder, board, halve], validation_data=(x, y) if validate else None)
        files = {f.parent.name: base64.b64encode(f.read_bytes()).decode() for f in sorted(pathlib.Path(folder).rglob("*.v2"))}
    return {"update_freq": 0 if update_freq == "epoch" else update_freq, "calls": recorder.calls, "files": files}


def main():
    cases = [run("epoch", True), run("epoch", False), run(1, False), run(2, True)]
    (HERE / "event_files.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
