"""Makes schedules.json: learning rates of real Keras' schedules, and of PyTorch's OneCycleLR, at many steps.

"single" are the values that Keras trains with, in single precision; "double" those of the same schedule with
settings in double precision. They differ by rounding, and where a restart falls onto one step or the next.

Made with Keras 3.15.1, TensorFlow 2.21.0, PyTorch 2.13.0: KERAS_BACKEND=tensorflow python schedules.py
"""

import json
import pathlib

import keras
import tensorflow as tf
import torch
from keras.optimizers import schedules as S

STEPS = [*range(0, 131), 199, 200, 201, 250, 299, 300, 301, 363, 364, 500, 630, 700, 999, 1000, 1001, 1500, 5000, 100000]
CASES = {
    "exponential": (S.ExponentialDecay, dict(initial_learning_rate=0.01, decay_steps=100, decay_rate=0.9)),
    "exponential, stairs": (S.ExponentialDecay, dict(initial_learning_rate=0.5, decay_steps=7, decay_rate=0.96, staircase=True)),
    "inverse": (S.InverseTimeDecay, dict(initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5)),
    "inverse, stairs": (S.InverseTimeDecay, dict(initial_learning_rate=0.1, decay_steps=10, decay_rate=1.5, staircase=True)),
    "polynomial": (S.PolynomialDecay, dict(initial_learning_rate=0.01, decay_steps=100)),
    "polynomial, rising": (S.PolynomialDecay, dict(initial_learning_rate=0.0, decay_steps=50, end_learning_rate=0.02, power=0.5)),
    "polynomial, cycles": (
        S.PolynomialDecay,
        dict(initial_learning_rate=0.1, decay_steps=30, end_learning_rate=0.01, power=2.0, cycle=True),
    ),
    "cosine": (S.CosineDecay, dict(initial_learning_rate=0.1, decay_steps=100)),
    "cosine, alpha": (S.CosineDecay, dict(initial_learning_rate=0.1, decay_steps=1000, alpha=0.1)),
    "cosine, warm-up": (
        S.CosineDecay,
        dict(initial_learning_rate=0.0, decay_steps=200, alpha=0.01, warmup_target=0.1, warmup_steps=50),
    ),
    "cosine, falling warm-up": (
        S.CosineDecay,
        dict(initial_learning_rate=0.2, decay_steps=60, warmup_target=0.1, warmup_steps=20),
    ),
    "cosine, target without warm-up": (
        S.CosineDecay,
        dict(initial_learning_rate=0.2, decay_steps=60, warmup_target=0.1, warmup_steps=0),
    ),
    "cosine, steps without target": (S.CosineDecay, dict(initial_learning_rate=0.2, decay_steps=60, warmup_steps=20)),
    "restarts": (S.CosineDecayRestarts, dict(initial_learning_rate=0.1, first_decay_steps=10)),
    "restarts, all alike": (S.CosineDecayRestarts, dict(initial_learning_rate=0.1, first_decay_steps=30, t_mul=1.0)),
    "restarts, options": (
        S.CosineDecayRestarts,
        dict(initial_learning_rate=0.1, first_decay_steps=25, t_mul=1.5, m_mul=0.8, alpha=0.05),
    ),
    "restarts, thrice as long": (S.CosineDecayRestarts, dict(initial_learning_rate=0.05, first_decay_steps=3, t_mul=3.0)),
    "restarts, little longer": (S.CosineDecayRestarts, dict(initial_learning_rate=0.1, first_decay_steps=30, t_mul=1.1)),
}
CYCLES = {
    "one cycle": dict(max_lr=0.1, total_steps=100),
    "one cycle, options": dict(max_lr=0.5, total_steps=131, pct_start=0.55, div_factor=10.0, final_div_factor=100.0),
    "one cycle, short": dict(max_lr=0.5, total_steps=3),
    "one cycle, falling": dict(max_lr=0.5, total_steps=40, pct_start=0.0),
    "one cycle, rising": dict(max_lr=0.5, total_steps=40, pct_start=1.0),
}


def case(name, kind, config):
    precise = {k: tf.constant(v, tf.float64) if isinstance(v, float) else v for k, v in config.items()}
    single, double = kind(**config), kind(**precise)
    return {
        "name": name,
        "schedule": kind.__name__,
        "config": config,
        "single": [float(single(tf.constant(s))) for s in STEPS],
        "double": [float(double(tf.constant(s))) for s in STEPS],
    }


def piecewise():
    schedule = S.PiecewiseConstantDecay([3, 50, 200], [0.5, 0.25, 0.125, 0.0625])
    values = [float(schedule(tf.constant(s))) for s in STEPS]
    config = {"boundaries": schedule.boundaries, "values": schedule.values}
    return {"name": "piecewise", "schedule": "PiecewiseConstantDecay", "config": config, "single": values, "double": values}


def cycle(name, config):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, cycle_momentum=False, **config)
    rates = []
    for _ in range(config["total_steps"]):
        rates.append(schedule.get_last_lr()[0])
        optimizer.step()
        if len(rates) < config["total_steps"]:
            schedule.step()
    return {"name": name, "config": config, "rates": rates}


out = {
    "made": f"schedules.py with Keras {keras.__version__}, TensorFlow {tf.__version__}, PyTorch {torch.__version__}",
    "steps": STEPS,
    "cases": [case(name, *c) for name, c in CASES.items()] + [piecewise()],
    "cycles": [cycle(name, c) for name, c in CYCLES.items()],
}
pathlib.Path(__file__).with_name("schedules.json").write_text(json.dumps(out) + "\n")
