#!/usr/bin/python3
"""Writes data/elements/{elements,ionic_radii}.csv and tests/References/elements.csv.

The first two are what ships; the third holds the same facts from sources of their own, which the tests compare.
Needs Debian 12's python3-ase 3.22.1, python3-pymatgen 2022.11.7, python3-periodictable 1.6.0 and, for the third file,
kalzium-data 22.12.3 (Blue Obelisk data repository): ./elements.py [elements.xml] [directory of periodictable]
"""
import csv
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import ase.data
import ase.data.vdw_alvarez
import numpy
import pymatgen.core.periodic_table as pymatgen_table
from pymatgen.analysis.molecule_structure_comparator import CovalentRadius

if len(sys.argv) > 2:
    sys.path.insert(0, sys.argv[2])
import periodictable  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '../../data/elements')
BLUE_OBELISK = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/libkdeedu/data/elements.xml'
with open(os.path.join(os.path.dirname(pymatgen_table.__file__), 'periodic_table.json')) as file:
    PYMATGEN = json.load(file)
NOBLE = [0, 2, 10, 18, 36, 54, 86]

# Tables of electron affinities mix measurements with calculations; the elements of which no bound anion has been measured:
NO_MEASURED_ANION = set('Tc Pm Sm Gd Dy Ho Er Yb Po Fr Ra Ac Pa Np Pu Am Cm Bk Cf Es Fm Md No Lr'.split())
# Measured after the table in pymatgen was made (Tang et al., Phys. Rev. Lett. 123, 203002 (2019); Ciborowski et al., J. Chem. Phys. 154, 224307 (2021)).
ELECTRON_AFFINITY = {'Th': 0.60769, 'U': 0.31497}
# CRC Handbook of Chemistry and Physics, 97th ed.; the table in pymatgen is off by 5 to 13 %.
BOILING_POINT = {'Si': 3538, 'Cu': 2833, 'U': 4404, 'Pr': 3793}
MELTING_POINT = {'P': 317.3, 'Pm': 1315, 'Th': 2023}
IONIC_SHAPES = {'IVSQ': (4, 'square'), 'IVPY': (4, 'pyramid'), 'IIIPY': (3, 'pyramid')}
ROMAN = {n: i + 1 for i, n in enumerate('I II III IV V VI VII VIII IX X XI XII XIII XIV'.split())}


def number(text):
    """The number a text starts with; None for 'no data' and for what is only estimated ('about 1900 K')."""
    found = re.match(r'\d+(\.\d+)?', str(text))
    return float(found.group()) if found else None


def block(z):
    if z in (57, 89):
        return 'f'
    if z in (2, 1):
        return 's'
    if z in (71, 103):
        return 'd'
    return pymatgen_table.Element.from_Z(z).block


def group(z):
    return None if block(z) == 'f' else pymatgen_table.Element.from_Z(z).group


def valence(z):
    """Electrons that may take part in bonds: group number in s and d blocks, group - 10 in p, beyond the noble gas in f."""
    if z == 2:
        return 2
    if block(z) == 'f':
        return z - max(n for n in NOBLE if n < z)
    return group(z) - 10 if block(z) == 'p' else group(z)


def configuration(row):
    text = re.sub(r'</?sup>', '', row['Electronic structure']).replace('.', ' ').replace('(tentative)', '')
    return text.strip()


def cell(value):
    if value is None or (isinstance(value, float) and numpy.isnan(value)):
        return ''
    return f'{value:.10g}' if isinstance(value, float) else str(value)


def shipped(z):
    symbol = ase.data.chemical_symbols[z]
    row = PYMATGEN[symbol]
    affinity = ELECTRON_AFFINITY.get(symbol, row['Electron affinity'])
    element = getattr(periodictable, symbol)
    is_gas = 'T=-' in element.density_caveat
    return dict(
        number=z, symbol=symbol, name=row['Name'], mass=float(ase.data.atomic_masses_iupac2016[z]),
        group=group(z), period=pymatgen_table.Element(symbol).row, block=block(z), valence_electrons=valence(z),
        configuration=configuration(row), electronegativity=row.get('X'),
        covalent_radius=float(ase.data.covalent_radii[z]) if z <= 96 else None,
        van_der_waals_radius=float(ase.data.vdw_alvarez.vdw_radii[z]) if z < len(ase.data.vdw_alvarez.vdw_radii) else None,
        atomic_radius=None if symbol == 'Ar' else number(row['Atomic radius']),
        ionization_energy=row['Ionization energies'][0],
        electron_affinity=None if symbol in NO_MEASURED_ANION or affinity <= 0 else affinity,
        melting_point=MELTING_POINT.get(symbol, None if symbol == 'At' else number(row['Melting point'])),
        boiling_point=BOILING_POINT.get(symbol, number(row['Boiling point'])),
        density=None if is_gas or element.density is None else float(element.density))


def ionic_radii():
    for z in range(1, 104):
        symbol = ase.data.chemical_symbols[z]
        for charge, coordinations in sorted(PYMATGEN[symbol].get('Shannon radii', {}).items(), key=lambda item: int(item[0])):
            for name, spins in coordinations.items():
                coordination, shape = IONIC_SHAPES.get(name) or (ROMAN[name], '')
                for spin, radii in spins.items():
                    yield dict(symbol=symbol, charge=int(charge), coordination=coordination, shape=shape,
                               spin=spin.replace(' Spin', '').lower(), radius=radii['ionic_radius'])


def blue_obelisk():
    keys = dict(electronegativity='electronegativityPauling', ionization_energy='ionization', electron_affinity='electronAffinity',
                melting_point='meltingpoint', boiling_point='boilingpoint')
    for atom in ElementTree.parse(BLUE_OBELISK).getroot():
        values = {item.get('dictRef', '')[3:]: item.text for item in atom}
        yield atom.get('id'), {name: number(values.get(key)) or None for name, key in keys.items()}


def reference(z, other):
    symbol = ase.data.chemical_symbols[z]
    row = PYMATGEN[symbol]
    density = number(row['Density of solid'])
    return dict(symbol=symbol, mass=float(row['Atomic mass']), covalent_radius=CovalentRadius.radius.get(symbol) if z <= 96 else None,
                density=density and density / 1000, **other.get(symbol, {}))


def write(path, rows, comment=None):
    rows = list(rows)
    with open(path, 'w', newline='') as file:
        if comment:
            file.write(f'# {comment}\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(rows[0])
        writer.writerows([cell(value) for value in row.values()] for row in rows)


if __name__ == '__main__':
    write(f'{DATA}/elements.csv', map(shipped, range(1, 104)))
    write(f'{DATA}/ionic_radii.csv', ionic_radii())
    others = dict(blue_obelisk())
    write(f'{HERE}/elements.csv', (reference(z, others) for z in range(1, 104)),
          'mass, covalent radius and density: pymatgen 2022.11.7; the rest: Blue Obelisk data repository in kalzium-data 22.12.3')
