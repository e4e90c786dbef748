"""Opens in real Keras a small model for each optimizer, loss and metric there is, compares scores with Java's, trains on and compares again.

    python every_compile.py FOLDER

FOLDER has NAME.keras, NAME.x.npy, NAME.y.npy, NAME.json (loss and metrics) and NAME.after.npy (outputs behind one epoch more) of each, written by
EveryCompileFileTest. Each model is compiled anew, saved before it is trained into FOLDER/back, and trained, for Java to do the same. Ends with 1 if a file is refused, or a number differs by more than it may.
"""

import json
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
RELATIVE = 1e-5  # of the greatest number, or of 1
BATCH = 8
folder = Path(sys.argv[1])
back = folder / "back"
back.mkdir(exist_ok=True)
failed, worst, files = [], {}, sorted(folder.glob("*.keras"))


def close(name, what, found, expected):
    difference = float(np.abs(found - expected).max() / max(1, np.abs(expected).max()))
    worst[what] = max(worst.get(what, (0, "")), (difference, name))
    if not difference <= RELATIVE:
        raise ValueError(f"{what} differ by {difference:.1e}: {found}, in Java {expected}")


for file in files:
    name = file.stem
    x, y, after = (np.load(folder / f"{name}.{part}.npy") for part in ("x", "y", "after"))
    scores = json.loads((folder / f"{name}.json").read_text())
    try:
        model = keras.models.load_model(file)
        found = model.evaluate(x, y, batch_size=len(x), verbose=0, return_dict=True)
        for key in [key for key in found if np.ndim(found[key])]:  # a number for each class
            found |= {f"{key}_{k}": number for k, number in enumerate(found.pop(key))}
        if set(found) != set(scores):
            raise ValueError(f"scores are {sorted(found)}, in Java {sorted(scores)}")
        close(name, "scores", np.array([found[key] for key in scores]), np.array(list(scores.values())))
        if not name.startswith("metric-"):
            fresh = type(model).from_config(model.get_config())
            fresh.compile_from_config(model.get_compile_config())
            fresh.set_weights(model.get_weights())
            fresh.save(back / f"{name}.keras")
            fresh.fit(x, y, batch_size=BATCH, shuffle=False, verbose=0)
            np.save(back / f"{name}.after.npy", np.asarray(fresh(x)))
            model.fit(x, y, batch_size=BATCH, shuffle=False, verbose=0)
            close(name, "trained outputs", np.asarray(model(x)), after)
    except Exception as e:
        failed.append(name)
        print(f"{name}: {type(e).__name__} {str(e).splitlines()[0] if str(e) else ''}  FAILED")

for what, (difference, name) in worst.items():
    print(f"{len(files)} compiled models in Keras, {what}: max {difference:.1e} of the greatest ({name})")
sys.exit(f"failed: {', '.join(failed)}" if failed or not files else 0)
