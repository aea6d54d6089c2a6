#!/usr/bin/python3
"""CIF files read by pymatgen's CifParser, timed on one core.

Reads paths from standard input, one per line. Writes one JSON object: versions, seconds for each file (opened, parsed, symmetry expanded,
nothing reduced), and what each gave: lattice parameters, symbols and fractional coordinates; null where pymatgen refuses a file.
"""
import json
import sys
import time
import warnings

import pymatgen.core
from pymatgen.io.cif import CifParser


def read(path):
    return CifParser(path).get_structures(primitive=False)[0]


def main():
    warnings.simplefilter("ignore")
    paths = [line.strip() for line in sys.stdin if line.strip()]
    for path in paths[:5]:
        read(path)
    seconds, structures = [], []
    for path in paths:
        begin = time.perf_counter()
        try:
            structure = read(path)
        except ValueError:
            structure = None
        seconds.append(time.perf_counter() - begin)
        structures.append(structure)
    json.dump(
        {
            "pymatgen": pymatgen.core.__version__,
            "python": sys.version.split()[0],
            "seconds": seconds,
            "lattices": [structure and list(structure.lattice.parameters) for structure in structures],
            "symbols": [structure and [site.specie.symbol for site in structure] for structure in structures],
            "places": [structure and structure.frac_coords.ravel().tolist() for structure in structures],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
