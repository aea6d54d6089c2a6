#!/usr/bin/python3
"""Writes octet_equation_of_state.csv: every complete curve of data/octet fitted by ASE's EquationOfState('birchmurnaghan').

Needs Debian 12's python3-ase 3.22.1 (with python3-numpy 1.24.2 and python3-scipy 1.10.1).
"""
import csv
import gzip
import json
import os

import ase
import numpy
import scipy
from ase.eos import EquationOfState
from ase.units import GPa

HERE = os.path.dirname(os.path.abspath(__file__))


def curves():
    points = {}
    with gzip.open(os.path.join(HERE, '../../data/octet/octet_pbe.jsonl.gz'), 'rt') as lines:
        for row in map(json.loads, lines):
            points.setdefault((row['compound'], row['prototype']), []).append((row['a_A'], row['energy_eV']))
    for curve, pairs in points.items():
        constants, energies = numpy.array(sorted(pairs)).T
        if 0 < energies.argmin() < len(energies) - 1:
            yield curve, constants ** 3 / 4, energies


with open(os.path.join(HERE, 'octet_equation_of_state.csv'), 'w', newline='') as file:
    file.write(f'# ASE {ase.__version__}, numpy {numpy.__version__}, scipy {scipy.__version__}: EquationOfState(eos="birchmurnaghan") '
               'on data/octet; volume in A^3 of the primitive cell, energy in eV, bulk modulus in GPa\n')
    table = csv.writer(file, lineterminator='\n')
    table.writerow(['compound', 'prototype', 'volume', 'energy', 'bulk_modulus', 'derivative'])
    for curve, volumes, energies in curves():
        fit = EquationOfState(volumes, energies, eos='birchmurnaghan')
        volume, energy, bulk = fit.fit()
        table.writerow([*curve, f'{volume:.6f}', f'{energy:.7f}', f'{bulk / GPa:.5f}', f'{fit.eos_parameters[2]:.5f}'])
