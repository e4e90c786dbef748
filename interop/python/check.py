"""Opens what the example ExportModel wrote with the real readers, and compares their outputs with Java's.

    python check.py FOLDER

FOLDER has digits.keras, digits.h5, digits.weights.h5, digits.json, digits.onnx, x.npy and y.npy. Trains a step more in Keras and writes
from-keras.keras, from-keras.h5 and y-keras.npy beside them, for Java to read. Ends with 1 if anything differs by more than it may.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import absl.logging

absl.logging.set_verbosity(absl.logging.ERROR)

import h5py
import keras
import numpy as np
import onnxruntime

ABSOLUTE = 1e-4  # on logits
RELATIVE = 1e-5  # of the largest logit
folder = Path(sys.argv[1])
x = np.load(folder / "x.npy")
y = np.load(folder / "y.npy")
failed = []


def compare(name, outputs):
    worst = float(np.abs(outputs - y).max())
    relative = worst / float(np.abs(y).max())
    same = int((outputs.argmax(1) == y.argmax(1)).sum())
    good = worst <= ABSOLUTE and relative <= RELATIVE and same == len(y)
    print(f"{name:36} max |d| {worst:.1e} ({relative:.1e} relative), argmax {same}/{len(y)}{'' if good else '  FAILED'}")
    if not good:
        failed.append(name)


def require(name, condition, found):
    print(f"{name:36} {found}{'' if condition else '  FAILED'}")
    if not condition:
        failed.append(name)


print(f"Keras {keras.__version__} on {keras.backend.backend()}, h5py {h5py.__version__}, ONNX Runtime {onnxruntime.__version__}")

whole = keras.models.load_model(folder / "digits.keras")
compare("digits.keras in Keras", whole.predict(x, verbose=0))
require("  its optimizer's steps", int(whole.optimizer.iterations) == 313, int(whole.optimizer.iterations))

# Keras 3 makes the optimizer of any .h5 for no variables, its own files' too: to train such a model there, compile it anew.
legacy = keras.models.load_model(folder / "digits.h5")
compare("digits.h5 in Keras", legacy.predict(x, verbose=0))
require("  its optimizer's steps", int(legacy.optimizer.iterations) == 313, int(legacy.optimizer.iterations))

parts = keras.models.model_from_json((folder / "digits.json").read_text())
parts.load_weights(folder / "digits.weights.h5")
compare("digits.json, digits.weights.h5", parts.predict(x, verbose=0))

with h5py.File(folder / "digits.weights.h5") as file:
    kernel = np.array(file["layers/conv2d/vars/0"])
require("digits.weights.h5 in h5py", kernel.shape == (3, 3, 1, 32), kernel.shape)

session = onnxruntime.InferenceSession(str(folder / "digits.onnx"), providers=["CPUExecutionProvider"])
compare("digits.onnx in ONNX Runtime", session.run(None, {session.get_inputs()[0].name: x})[0])

# And back: Keras trains a step more, and saves; Java opens that.
whole.train_on_batch(x, y.argmax(1))
np.save(folder / "y-keras.npy", whole.predict(x, verbose=0))
whole.save(folder / "from-keras.keras")
whole.save(folder / "from-keras.h5")

sys.exit(f"failed: {', '.join(failed)}" if failed else 0)
