#!/usr/bin/python3
"""Powder patterns by pymatgen's XRDCalculator (Cu K-alpha, 0 to 90 degrees), timed on one core.

Reads structure records (one JSON object per line) from standard input. Writes one JSON object: versions, seconds for all patterns, and for
each crystal the angles and the intensities of its peaks.
"""
import json
import sys
import time
import warnings

import numpy
import pymatgen.core
from pymatgen.analysis.diffraction.xrd import XRDCalculator
from pymatgen.core import Lattice, Structure


def structure_of(record):
    species = [symbol for symbol, count in zip(record["sp"], record["n"]) for _ in range(count)]
    return Structure(Lattice.from_parameters(*record["lat"]), species, numpy.reshape(record["xyz"], (-1, 3)))


def main():
    warnings.simplefilter("ignore")
    structures = [structure_of(json.loads(line)) for line in sys.stdin if line.strip()]
    calculator = XRDCalculator()
    calculator.get_pattern(structures[0])
    begin = time.perf_counter()
    patterns = [calculator.get_pattern(structure) for structure in structures]
    seconds = time.perf_counter() - begin
    json.dump(
        {
            "pymatgen": pymatgen.core.__version__,
            "python": sys.version.split()[0],
            "seconds": seconds,
            "angles": [pattern.x.tolist() for pattern in patterns],
            "intensities": [pattern.y.tolist() for pattern in patterns],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
