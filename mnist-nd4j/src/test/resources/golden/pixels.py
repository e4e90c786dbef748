"""Makes pixels.json: images of another brightness or contrast, by layers of Keras, and the gradients of the images.

The factors of the contrast are those that RandomContrastKernelTest draws: 0.4 to 2 by the seed 1, in step 0.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python pixels.py
"""

import json
import pathlib

import keras
import numpy as np
import tensorflow as tf

FACTORS = [1.3032427101508328, 0.5405220418550605, 1.64072177036785]
SHAPE = (4, 5, 2)


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def case(name, layer, key, drawn, low, high):
    rng = np.random.default_rng(len(name))
    x = tf.Variable(rng.uniform(low, high, (len(drawn),) + SHAPE).astype("float32"))
    dy = rng.uniform(-1, 1, x.shape).astype("float32")
    with tf.GradientTape() as tape:
        y = layer.transform_images(tf.identity(x), {key: np.reshape(np.float32(drawn), (-1, 1, 1, 1))})
    return {
        "name": name,
        "drawn": drawn,
        "shape": SHAPE,
        "x": numbers(x),
        "dy": numbers(dy),
        "y": numbers(y),
        "dx": numbers(tape.gradient(y, x, dy)),
    }


def brightness(name, factor, low, high):
    layer = keras.layers.RandomBrightness((factor, factor), value_range=(low, high))
    return case(name, layer, "rgb_delta", [factor * (high - low)] * 2, low, high) | {"factor": factor, "range": [low, high]}


def contrast(name, low, high):
    layer = keras.layers.RandomContrast((0.6, 1.0), value_range=(low, high))
    return case(name, layer, "contrast_factor", FACTORS, low, high) | {"range": [low, high]}


out = {
    "made": f"pixels.py with Keras {keras.__version__}, TensorFlow {tf.__version__}",
    "brightness": [
        brightness("brighter", 0.3, 0, 1),
        brightness("darker", -0.2, 0, 1),
        brightness("bytes", 0.15, 0, 255),
        brightness("about 0", -0.4, -1, 1),
    ],
    "contrast": [contrast("one", 0, 1), contrast("bytes", 0, 255), contrast("about 0", -1, 1)],
}
pathlib.Path(__file__).with_name("pixels.json").write_text(json.dumps(out) + "\n")
