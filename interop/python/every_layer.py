"""Opens in real Keras a small model for each layer there is, in each way that its tests have it, and compares outputs with Java's.

    python every_layer.py FOLDER

FOLDER has NAME.keras, NAME.weights.h5, NAME.x.npy and NAME.y.npy of each, written by EveryLayerFileTest. Each model is saved again by Keras,
whole and in Keras 2's format, into FOLDER/back, for Java to read. Ends with 1 if a file is refused, or an output differs by more than it may.
"""

import os
import sys
import warnings
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import absl.logging

absl.logging.set_verbosity(absl.logging.ERROR)

import keras
import numpy as np

warnings.simplefilter("error", UserWarning)  # Keras warns of what it skips
RELATIVE = 1e-5  # of the greatest output, or of 1
NOT_AS_H5 = {"RandomBrightness", "RandomContrast"}  # Keras 3.15.1 cannot copy the list value_range, of its own models neither
folder = Path(sys.argv[1])
back = folder / "back"
back.mkdir(exist_ok=True)
failed, worst, files = [], {}, sorted(folder.glob("*.keras"))


def close(name, kind, model, x, y):
    outputs = np.asarray(model(x, training=False))
    if outputs.shape != y.shape:
        raise ValueError(f"{kind}: shape {outputs.shape}, in Java {y.shape}")
    difference = float(np.abs(outputs - y).max() / max(1, np.abs(y).max()))
    worst[name.split("-")[0]] = max(difference, worst.get(name.split("-")[0], 0))
    if not difference <= RELATIVE:
        raise ValueError(f"{kind}: outputs differ by {difference:.1e}")


for file in files:
    name = file.stem
    x, y = np.load(folder / f"{name}.x.npy"), np.load(folder / f"{name}.y.npy")
    try:
        model = keras.models.load_model(file)
        close(name, "whole", model, x, y)
        if name.endswith("-all") and model.trainable_variables:
            raise ValueError("the layer is not frozen")
        parts = keras.models.load_model(file, compile=False)  # Keras cannot read its own config of RandomShear again
        parts.load_weights(folder / f"{name}.weights.h5")
        close(name, "weights", parts, x, y)
        model.save(back / f"{name}.keras")
        with warnings.catch_warnings():  # of this format being an old one
            warnings.simplefilter("ignore")
            try:
                model.save(back / f"{name}.h5")
            except TypeError:
                (back / f"{name}.h5").unlink(missing_ok=True)
                if name.split("-")[0] not in NOT_AS_H5:
                    raise
    except Exception as e:
        failed.append(name)
        print(f"{name}: {type(e).__name__} {str(e).splitlines()[0] if str(e) else ''}  FAILED")

greatest = max(worst, key=worst.get, default="none")
print(f"{len(files)} models of {len(worst)} layers in Keras: max {worst.get(greatest, 0):.1e} of the greatest output ({greatest})")
sys.exit(f"failed: {', '.join(failed)}" if failed or not files else 0)
