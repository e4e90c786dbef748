"""Makes report.json: classification_report and confusion_matrix of scikit-learn, for some classes well told apart and some not.

Made with scikit-learn 1.9.1, NumPy 2.4.6: python report.py
"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.metrics import classification_report, confusion_matrix

rng = np.random.default_rng(4)


def case(name, classes, truth, predicted):
    labels = list(range(classes))
    return {
        "name": name,
        "classes": classes,
        "truth": [int(t) for t in truth],
        "predicted": [int(p) for p in predicted],
        "matrix": confusion_matrix(truth, predicted, labels=labels).ravel().tolist(),
        "report": classification_report(truth, predicted, labels=labels, output_dict=True, zero_division=0),
        "accuracy": float(np.mean(np.asarray(truth) == np.asarray(predicted))),
    }


truth = rng.integers(0, 10, 300)
noisy = np.where(rng.uniform(0, 1, 300) < 0.7, truth, rng.integers(0, 10, 300))
out = {
    "made": f"report.py with scikit-learn {sklearn.__version__}",
    "cases": [
        case("digits", 10, truth, noisy),
        case("one class never predicted, one never there", 4, [0, 1, 1, 2, 2, 2], [0, 0, 1, 1, 0, 1]),
        case("yes and no", 2, rng.integers(0, 2, 40), rng.integers(0, 2, 40)),
    ],
}
pathlib.Path(__file__).with_name("report.json").write_text(json.dumps(out) + "\n")
