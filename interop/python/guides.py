"""The lines of Python in docs/guides, region by region.

    python guides.py FOLDER

FOLDER is what the example ExportModel wrote. Ran with Keras 3.15.1 on TensorFlow 2.21.0, NumPy 2.4.6 and ONNX Runtime 1.30.0.
"""

import os
import sys

import keras
import numpy as np
import onnxruntime

os.chdir(sys.argv[1])
x = np.load("x.npy")
labels = np.load("y.npy").argmax(1)

# region read
model = keras.models.load_model("digits.keras")  # goes on training, too
session = onnxruntime.InferenceSession("digits.onnx")  # takes and gives what predict does
# endregion read

logits = model.predict(x)
assert (logits.argmax(1) == labels).all()
assert (session.run(None, {session.get_inputs()[0].name: x})[0].argmax(1) == labels).all()
model.fit(x, labels)

# region numpy
np.save("samples.npy", x.astype("float32"))
np.save("labels.npy", labels)
# endregion numpy
