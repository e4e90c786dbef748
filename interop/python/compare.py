"""Compares two arrays of logits: python compare.py NAME A.npy B.npy. Ends with 1 if they are more than 1e-4 apart."""

import sys

import numpy as np

name, a, b = sys.argv[1], np.load(sys.argv[2]), np.load(sys.argv[3])
worst = float(np.abs(a - b).max())
same = int((a.argmax(1) == b.argmax(1)).sum())
good = worst <= 1e-4 and same == len(a)
print(f"{name:36} max |d| {worst:.1e}, argmax {same}/{len(a)}{'' if good else '  FAILED'}")
sys.exit(0 if good else 1)
