"""Makes folds.json: how many rows, and of which class, scikit-learn's KFold and StratifiedKFold put into each fold.

Made with scikit-learn 1.9.1, NumPy 2.4.6: python folds.py
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn.model_selection import KFold, StratifiedKFold

rng = np.random.default_rng(6)


def stratified(name, folds, labels):
    labels = np.asarray(labels)
    classes = sorted(set(labels.tolist()))
    out = {"name": name, "folds": folds, "labels": labels.tolist(), "classes": classes}
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            splits = list(StratifiedKFold(folds, shuffle=True, random_state=1).split(labels, labels))
            out["counts"] = [[int(np.sum(labels[test] == c)) for c in classes] for _, test in splits]
        except ValueError as error:
            out["error"] = str(error)
    out["warned"] = [str(w.message) for w in said]
    return out


def plain(rows, folds):
    splits = KFold(folds, shuffle=True, random_state=1).split(np.zeros(rows))
    return {"rows": rows, "folds": folds, "sizes": [len(test) for _, test in splits]}


out = {
    "made": f"folds.py with scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
    "stratified": [
        stratified("ten classes by chance", 5, rng.integers(0, 10, 503)),
        stratified("as unequal as can be", 4, rng.choice(5, 211, p=[0.6, 0.25, 0.1, 0.03, 0.02])),
        stratified("two classes, sorted", 3, [0] * 17 + [1] * 8),
        stratified("the greater class first", 3, [2, 2, 0, 2, 1, 0, 2, 1, 2, 2, 0]),
        stratified("minus and plus", 2, [-1, 1, 1, -1, 1, 1, 1]),
        stratified("a class of two", 5, [0] * 12 + [7] * 2 + [3] * 9),
        stratified("as many as folds", 6, [0, 1] * 6),
        stratified("one class", 3, [4] * 10),
        stratified("too few of each", 4, [0, 1, 2, 0, 1, 2]),
    ],
    "plain": [plain(10, 3), plain(11, 3), plain(12, 3), plain(7, 7), plain(103, 10), plain(2, 2)],
}
pathlib.Path(__file__).with_name("folds.json").write_text(json.dumps(out) + "\n")
