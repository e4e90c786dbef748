"""Makes boxes.json: what Matplotlib's box plots show of some values.

Made with Matplotlib 3.11.2, NumPy 2.4.6: python boxes.py
"""

import json
import pathlib

import matplotlib
import numpy as np
from matplotlib.cbook import boxplot_stats

rng = np.random.default_rng(3)


def case(name, values):
    stats = boxplot_stats(np.asarray(values))[0]
    out = {"name": name, "values": [float(v) for v in values]}
    for key in ["whislo", "q1", "med", "q3", "whishi"]:
        out[key] = float(stats[key])
    out["fliers"] = sorted(float(v) for v in stats["fliers"])
    return out


out = {
    "made": f"boxes.py with Matplotlib {matplotlib.__version__}, NumPy {np.__version__}",
    "cases": [
        case("five folds", [0.9871, 0.9855, 0.9880, 0.9868, 0.9874]),
        case("ten folds, one bad", [0.987, 0.986, 0.988, 0.9865, 0.9875, 0.9872, 0.986, 0.988, 0.9868, 0.95]),
        case("one", [0.5]),
        case("two", [2, 1]),
        case("equal", [3, 3, 3, 3]),
        case("all but one equal", [3, 3, 3, 3, 3, 9, -4]),
        case("no value between the box and its reach", [1, 1, 1, 100]),
        case("both sides", np.concatenate([rng.normal(0, 1, 40), [8, -9, 7.5]])),
        case("negative", rng.uniform(-5, -1, 11)),
    ],
}
pathlib.Path(__file__).with_name("boxes.json").write_text(json.dumps(out) + "\n")
