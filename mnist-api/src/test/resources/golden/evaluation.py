"""Makes evaluation.json: probabilities by SciPy, reliability curves by scikit-learn, calibration errors by NumPy, McNemar's test by SciPy and
statsmodels.

Made with scikit-learn 1.9.1, SciPy 1.17.1, statsmodels 0.15.0, NumPy 2.4.6: python evaluation.py
"""

import json
import pathlib

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy.special import expit, softmax
from scipy.stats import binomtest, chi2
from sklearn.calibration import calibration_curve
from statsmodels.stats.contingency_tables import mcnemar

rng = np.random.default_rng(11)


def calibration(confidence, right, bins):
    """Bins by searchsorted over edges k / bins, those of the paper's equations 2 to 5, and scikit-learn's curve of the same numbers."""
    confidence = np.asarray(confidence, np.float64)
    right = np.asarray(right, bool)
    edges = np.arange(bins + 1) / bins
    place = np.searchsorted(edges[1:-1], confidence, side="left")
    count = np.bincount(place, minlength=bins)
    total = np.maximum(count, 1)
    accuracy = np.bincount(place, weights=right, minlength=bins) / total
    mean = np.bincount(place, weights=confidence, minlength=bins) / total
    error = np.abs(accuracy - mean)
    curve_true, curve_confidence = calibration_curve(right, confidence, n_bins=bins, strategy="uniform")
    return {
        "bins": bins,
        "count": count.tolist(),
        "curve_accuracy": curve_true.tolist(),
        "curve_confidence": curve_confidence.tolist(),
        "expected": float(np.sum(count / len(confidence) * error)),
        "maximum": float(np.max(error[count > 0])),
    }


def predictions(name, labels, outputs, probabilities):
    predicted = np.argmax(probabilities, axis=1)
    confidence = np.max(probabilities, axis=1).astype(np.float32)
    right = predicted == labels
    wrong = np.flatnonzero(~right)
    return {
        "name": name,
        "labels": labels.tolist(),
        "shape": list(outputs.shape),
        "outputs": [float(x) for x in outputs.ravel()],
        "probabilities": [float(x) for x in probabilities.ravel()],
        "predicted": predicted.tolist(),
        "accuracy": float(np.mean(right)),
        "worst": wrong[np.argsort(-confidence[wrong], kind="stable")][:5].tolist(),
        "calibrations": [calibration(confidence, right, bins) for bins in (15, 10, 4, 1)],
    }


def sets():
    labels = rng.integers(0, 10, 200)
    logits = (2.5 * rng.normal(size=(200, 10)) + 3 * np.eye(10)[labels]).astype(np.float32)
    yield predictions("logits", labels, logits, softmax(logits.astype(np.float64), axis=1))
    labels = rng.integers(0, 2, 120)
    logits = (2 * rng.normal(size=(120, 1)) + 2 * labels[:, None] - 1).astype(np.float32)
    one = expit(logits.astype(np.float64))
    yield predictions("one logit", labels, logits, np.hstack([1 - one, one]))


def edges():
    """Confidences that lie exactly on edges, of bins whose edges have exact numbers and of those that have not."""
    for bins in (2, 4, 5, 10, 15, 20):
        on = np.concatenate([np.arange(bins + 1) / bins, rng.uniform(0, 1, 60)])
        right = rng.uniform(0, 1, len(on)) < on
        # scikit-learn's edges are linspace's, which may differ from k / bins in the last bit: only those that agree are compared with it.
        agree = np.isin(on, np.linspace(0, 1, bins + 1)) | ~np.isin(on, np.arange(bins + 1) / bins)
        yield {"confidence": on[agree].tolist(), "right": right[agree].tolist(), "calibration": calibration(on[agree], right[agree], bins)}


def test(only_first, only_second):
    n = only_first + only_second
    exact = 1.0 if n == 0 else binomtest(min(only_first, only_second), n, 0.5).pvalue
    out = {"first": only_first, "second": only_second, "p": float(exact)}
    if only_first != only_second:
        # where both are equal, statsmodels takes (0 - 1)² / n, which grows from a correction and not from a difference
        table = [[500, only_first], [only_second, 20]]
        corrected = mcnemar(table, exact=False, correction=True)
        assert np.isclose(mcnemar(table, exact=True).pvalue, exact, rtol=1e-9)
        assert np.isclose(chi2.sf(corrected.statistic, 1), corrected.pvalue, rtol=1e-12)
        out |= {"chi_square": float(corrected.statistic), "chi_square_p": float(corrected.pvalue)}
    return out


pairs = [(0, 0), (0, 1), (1, 0), (0, 6), (5, 5), (4, 9), (12, 28), (28, 12), (1, 40), (101, 59), (300, 420), (1000, 1001), (4100, 4700), (20000, 21000)]
out = {
    "made": f"evaluation.py with scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "predictions": list(sets()),
    "edges": list(edges()),
    "mcnemar": [test(*pair) for pair in pairs],
}
pathlib.Path(__file__).with_name("evaluation.json").write_text(json.dumps(out) + "\n")
