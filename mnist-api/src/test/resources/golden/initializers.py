"""Makes initializers.json: what real Keras' initializers draw, as statistics of samples and as theory has it, and the
orthogonal matrices that it makes of given normal ones.

Each case of "drawn" holds the initializer as Keras writes it, a shape, the least and greatest number, mean, deviation and
19 quantiles of Keras' sample, and the distribution's own mean, deviation and bounds, with the fans that Keras counts.

Made with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6: KERAS_BACKEND=tensorflow python initializers.py
"""

import json
import math
import pathlib

import keras
import numpy as np
from keras import initializers as I
from keras.src.initializers.random_initializers import compute_fans

CUT = 0.87962566103423978

SCALED = [
    I.GlorotUniform(1), I.GlorotNormal(2), I.HeUniform(3), I.HeNormal(4), I.LecunUniform(5), I.LecunNormal(6),
    I.VarianceScaling(seed=7),
    I.VarianceScaling(0.5, "fan_out", "truncated_normal", seed=8),
    I.VarianceScaling(2.0, "fan_out", "untruncated_normal", seed=9),
    I.VarianceScaling(3.0, "fan_avg", "uniform", seed=10),
    I.VarianceScaling(0.1, "fan_in", "uniform", seed=11),
]
PLAIN = [
    I.RandomNormal(seed=12), I.RandomNormal(1.0, 0.5, seed=13),
    I.TruncatedNormal(seed=14), I.TruncatedNormal(-2.0, 3.0, seed=15),
    I.RandomUniform(seed=16), I.RandomUniform(1.0, 4.0, seed=17),
]
SHAPES = [(10000,), (80, 300), (3, 3, 16, 64), (5, 40, 60), (3, 5, 2, 12, 30)]


def theory(initializer, shape):
    if isinstance(initializer, I.VarianceScaling):
        fan_in, fan_out = compute_fans(shape)
        fan = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[initializer.mode]
        deviation = math.sqrt(initializer.scale / max(1, fan))
        far = {
            "truncated_normal": 2 * deviation / CUT,
            "untruncated_normal": math.inf,
            "uniform": math.sqrt(3) * deviation,
        }[initializer.distribution]
        return 0.0, deviation, -far, far
    if isinstance(initializer, I.RandomNormal):
        return initializer.mean, initializer.stddev, -math.inf, math.inf
    if isinstance(initializer, I.TruncatedNormal):
        far = 2 * initializer.stddev
        return initializer.mean, CUT * initializer.stddev, initializer.mean - far, initializer.mean + far
    low, high = initializer.minval, initializer.maxval
    return (low + high) / 2, (high - low) / math.sqrt(12), low, high


def drawn(initializer, shape):
    sample = np.asarray(initializer(shape), "float64").ravel()
    mean, deviation, low, high = theory(initializer, shape)
    return {
        "initializer": keras.saving.serialize_keras_object(initializer),
        "shape": shape,
        "sample": {
            "mean": sample.mean(), "deviation": sample.std(), "least": sample.min(), "greatest": sample.max(),
            "quantiles": np.quantile(sample, np.arange(1, 20) / 20).tolist(),
        },
        "mean": mean, "deviation": deviation,
        "low": None if math.isinf(low) else low, "high": None if math.isinf(high) else high,
    }


def numbers(array):
    return [float(str(v)) for v in np.asarray(array, "float32").ravel()]


def orthogonal(shape, gain, seed):
    rows, columns = math.prod(shape[:-1]), shape[-1]
    normal = keras.random.normal((max(rows, columns), min(rows, columns)), seed=seed)
    values = I.Orthogonal(gain, seed=seed)(shape)
    return {"shape": shape, "gain": gain, "normal": numbers(normal), "values": numbers(values)}


cases = {
    "drawn": [drawn(i, s) for i in SCALED for s in SHAPES] + [drawn(i, SHAPES[1]) for i in PLAIN],
    "orthogonal": [
        orthogonal((4, 4), 1.0, 1), orthogonal((6, 3), 1.5, 2), orthogonal((3, 7), 1.0, 3),
        orthogonal((2, 3, 2, 5), 2.0, 4), orthogonal((1, 1, 2, 6), -0.5, 5),
    ],
    "identity": [
        {"shape": s, "gain": g, "values": numbers(I.Identity(g)(s))} for s, g in [((3, 3), 1.0), ((2, 4), 2.5), ((4, 2), -1.0)]
    ],
}
(pathlib.Path(__file__).parent / "initializers.json").write_text(json.dumps(cases))
