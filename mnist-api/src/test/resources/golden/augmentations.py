"""Writes augmentations.json: images moved and changed by Keras' layers with fixed factors, and by SciPy.

Made with Keras 3.15.1 on TensorFlow, NumPy and SciPy 1.17.1:

    KERAS_BACKEND=tensorflow python augmentations.py

SciPy's names of the fill modes differ from Keras': constant is grid-constant (pixels beside the image have the
fill value, and are interpolated with), nearest and reflect are the same. Keras' wrap has no equal: TensorFlow
interpolates nothing between the last pixel and the first.
"""

import json
import os

import keras
import numpy as np
from scipy import ndimage

random = np.random.default_rng(20240611)
SCIPY_MODE = {"constant": "grid-constant", "nearest": "nearest", "reflect": "reflect"}


def numbers(array):
    return [float(v) for v in np.asarray(array, np.float64).ravel()]


def image(height, width, channels):
    return random.uniform(0, 1, (height, width, channels)).astype(np.float32)


def warps():
    """affine_transform of Keras and, where it has the mode, of SciPy."""
    cases = []
    moves = {
        "little": [1, 0, 0.3, 0, 1, -0.6],
        "turned": [0.83, -0.31, 1.37, 0.29, 0.77, -0.93],
        "far": [1.7, 0.4, -5.37, -0.6, 2.1, -7.93],
    }
    for size in [(7, 5, 2), (1, 6, 1), (9, 9, 1)]:
        x = image(*size)
        for move, transform in moves.items():
            for mode in ["constant", "nearest", "reflect", "wrap"]:
                for interpolation in ["bilinear", "nearest"]:
                    y = keras.ops.image.affine_transform(
                        x[None], np.array([transform + [0, 0]], np.float32), interpolation=interpolation,
                        fill_mode=mode, fill_value=0.25, data_format="channels_last")
                    case = {
                        "name": f"{move} {mode} {interpolation} {size}", "shape": size, "x": numbers(x),
                        "transform": transform, "fill_mode": mode, "fill_value": 0.25,
                        "interpolation": interpolation, "y": numbers(y)}
                    if mode in SCIPY_MODE and interpolation == "bilinear":
                        a = transform
                        case["scipy"] = numbers(np.stack([
                            ndimage.affine_transform(
                                x[:, :, c].astype(np.float64), [[a[4], a[3]], [a[1], a[0]]], [a[5], a[2]],
                                order=1, mode=SCIPY_MODE[mode], cval=0.25, prefilter=False)
                            for c in range(size[2])], axis=-1))
                    cases.append(case)
    return cases


def bends():
    """The parts of an elastic distortion: gaussian_filter, and map_coordinates of the distorted places."""
    cases = []
    for height, width, sigma in [(28, 28, 4.0), (9, 12, 1.3), (5, 4, 0.4), (6, 7, 30.0)]:
        x = image(height, width, 1)[:, :, 0].astype(np.float64)
        fields = random.uniform(-1, 1, (2, height, width)).astype(np.float32)
        smooth = [5 * ndimage.gaussian_filter(f.astype(np.float64), sigma, mode="constant", cval=0, truncate=3) for f in fields]
        rows, columns = np.meshgrid(np.arange(height), np.arange(width), indexing="ij")
        for mode in ["constant", "reflect"]:
            py, px = rows + smooth[1], columns + smooth[0]
            a = [0.9, -0.2, 0.5, 0.15, 1.05, -0.4]
            places = [a[3] * px + a[4] * py + a[5], a[0] * px + a[1] * py + a[2]]
            y = ndimage.map_coordinates(x, places, order=1, mode=SCIPY_MODE[mode], cval=0.0, prefilter=False)
            cases.append({
                "name": f"{height}x{width}, sigma {sigma}, {mode}", "shape": [height, width, 1], "x": numbers(x),
                "fields": [numbers(f) for f in fields], "sigma": sigma, "factor": 5, "fill_mode": mode,
                "smooth": [numbers(s) for s in smooth], "transform": a, "y": numbers(y)})
    return cases


def layers():
    """Keras' layers with factors of one value each, in training."""
    x = image(11, 8, 2)
    several = np.repeat(x[None], 16, axis=0)

    def case(name, layer, **arguments):
        y = np.asarray(layer(several, training=True))
        distinct = np.unique(y.reshape(16, -1), axis=0)
        return {"name": name, "shape": x.shape, "x": numbers(x), **arguments, "ys": [numbers(v) for v in distinct]}

    made = keras.layers
    return [
        case("translation", made.RandomTranslation((0.1, 0.1), (-0.23, -0.23)), height=0.1, width=-0.23),
        case("rotation", made.RandomRotation((0.07, 0.07)), factor=0.07),
        case("zoom", made.RandomZoom((0.2, 0.2)), height=0.2),
        case("zoom both", made.RandomZoom((-0.3, -0.3), (0.4, 0.4)), height=-0.3, width=0.4),
        case("shear", made.RandomShear((0.2, 0.2), (0.13, 0.13)), x_factor=0.2, y_factor=0.13),
        case("brightness", made.RandomBrightness((0.3, 0.3), value_range=(0, 1)), factor=0.3),
        case("darkness", made.RandomBrightness((-0.2, -0.2), value_range=(0, 1)), factor=-0.2),
    ]


def contrasts():
    x = image(6, 5, 2)
    cases = []
    for factor in [0.4, 1.0, 1.9]:
        layer = keras.layers.RandomContrast(0.5, value_range=(0, 1))
        y = layer.transform_images(x[None], {"contrast_factor": np.full((1, 1, 1, 1), factor, np.float32)})
        cases.append({"name": f"contrast {factor}", "shape": x.shape, "x": numbers(x), "factor": factor, "y": numbers(y)})
    return cases


def boxes():
    """Which pixels RandomErasing and CutMix mean, and how much CutMix leaves."""
    cases = []
    for left, right, top, bottom in [(0, 3.2, 1.5, 4), (2.01, 2.99, 0, 6), (1, 4, 2, 5), (3.7, 3.7, 1, 2)]:
        corners = [np.array([v], np.float32) for v in (left, right, top, bottom)]
        mask, weight = keras.layers.CutMix()._generate_batch_mask((1, 6, 7, 1), corners)
        same = keras.layers.RandomErasing()._generate_batch_mask((1, 6, 7, 1), corners)
        assert np.array_equal(mask, same)
        cases.append({"name": f"{left} {right} {top} {bottom}", "corners": [left, right, top, bottom],
                      "mask": numbers(mask), "weight": float(np.ravel(weight)[0])})
    return cases


def mixes():
    x = np.stack([image(4, 3, 2), image(4, 3, 2)])
    y = np.eye(3, dtype=np.float32)[[2, 0]]
    weight = np.array([0.3, 0.3], np.float32)
    drawn = {"mix_weight": weight, "permutation_order": np.array([1, 0])}
    layer = keras.layers.MixUp()
    return [{"name": "mix up", "x": numbers(x[0]), "other": numbers(x[1]), "y": numbers(y[0]),
             "other_y": numbers(y[1]), "weight": 0.3, "mixed": numbers(layer.transform_images(x, drawn)[0]),
             "mixed_y": numbers(layer.transform_labels(y, drawn)[0])}]


golden = {"warps": warps(), "bends": bends(), "layers": layers(), "contrasts": contrasts(), "boxes": boxes(),
          "mixes": mixes()}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "augmentations.json"), "w") as out:
    json.dump(golden, out, separators=(",", ":"))
    out.write("\n")
