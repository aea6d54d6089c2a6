#!/usr/bin/python3
"""Writes data/elements/{oxidation_states,bond_valence}.csv and tests/References/valence.json.

The first two are what ships; the third holds what pymatgen says of structures and formulas, which the tests compare.
Needs Debian 12's python3-pymatgen 2022.11.7: ./valence.py
"""
import csv
import json
import os

import pymatgen.core.periodic_table as pymatgen_table
from pymatgen.analysis.bond_valence import BV_PARAMS, calculate_bv_sum
from pymatgen.core import Composition, Lattice, Structure

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '../../data/elements')
with open(os.path.join(os.path.dirname(pymatgen_table.__file__), 'periodic_table.json')) as file:
    PYMATGEN = json.load(file)
SYMBOLS = [pymatgen_table.Element.from_Z(z).symbol for z in range(1, 104)]
CUTOFF = 4.5  # Angstrom
FORMULAS = ('NaCl MgO CaTiO3 SrTiO3 BaTaO2N Fe2O3 Fe3O4 LiFePO4 LiCoO2 Al2O3 SiO2 GaN ZnS CuInSe2 Li7La3Zr2O12 Ca10P6O26H2 KNbO3 '
            'YTaON2 NaO KO MgF CaO2F TiN2 BaSn Na2Cl CsPbI3 MgAl2O4 BiFeO3 LaMnO3 ZrW2O8').split()


def oxidation_states():
    for symbol in SYMBOLS:
        row = PYMATGEN[symbol]
        common, crystals = row.get('Common oxidation states', []), row.get('ICSD oxidation states', [])
        for charge in sorted(set(row.get('Oxidation states', [])) | set(common) | set(crystals)):
            kind = 'common' if charge in common else 'crystals' if charge in crystals else 'known'
            yield dict(symbol=symbol, charge=charge, kind=kind)


def bond_valence():
    for symbol in SYMBOLS:
        if (parameters := BV_PARAMS.get(pymatgen_table.Element(symbol))) is not None:
            yield dict(symbol=symbol, radius=parameters['r'], hardness=parameters['c'])


def write(path, rows):
    rows = list(rows)
    with open(path, 'w', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(rows[0])
        writer.writerows(row.values() for row in rows)


def structures():
    """Cells whose bonds are known: rocksalt, zincblende, fluorite, rutile, perovskite, and one that is far too tight."""
    yield 'NaCl', Structure.from_spacegroup('Fm-3m', Lattice.cubic(5.64), ['Na', 'Cl'], [[0, 0, 0], [0.5, 0.5, 0.5]]).get_primitive_structure()
    yield 'ZnS', Structure.from_spacegroup('F-43m', Lattice.cubic(5.41), ['Zn', 'S'], [[0, 0, 0], [0.25, 0.25, 0.25]]).get_primitive_structure()
    yield 'CaF2', Structure.from_spacegroup('Fm-3m', Lattice.cubic(5.463), ['Ca', 'F'], [[0, 0, 0], [0.25, 0.25, 0.25]]).get_primitive_structure()
    yield 'TiO2', Structure.from_spacegroup('P4_2/mnm', Lattice.tetragonal(4.594, 2.959), ['Ti', 'O'], [[0, 0, 0], [0.305, 0.305, 0]])
    yield 'SrTiO3', Structure(Lattice.cubic(3.905), ['Sr', 'Ti', 'O', 'O', 'O'], [[0, 0, 0], [.5, .5, .5], [.5, .5, 0], [.5, 0, .5], [0, .5, .5]])
    yield 'SrTiO3 tight', Structure(Lattice.cubic(3.4), ['Sr', 'Ti', 'O', 'O', 'O'], [[0, 0, 0], [.5, .5, .5], [.5, .5, 0], [.5, 0, .5], [0, .5, .5]])


def reference():
    cells = []
    for name, structure in structures():
        sums = [calculate_bv_sum(site, structure.get_neighbors(site, CUTOFF)) for site in structure]
        cells.append(dict(name=name, lattice=structure.lattice.matrix.tolist(), species=[site.specie.symbol for site in structure],
                          positions=structure.frac_coords.tolist(), sums=sums))
    guesses = []
    for formula in FORMULAS:
        found = Composition(formula).oxi_state_guesses()
        guesses.append(dict(formula=formula, states=[{element: state for element, state in guess.items()} for guess in found]))
    return dict(cutoff=CUTOFF, softness=0.31, structures=cells, guesses=guesses)


if __name__ == '__main__':
    write(f'{DATA}/oxidation_states.csv', oxidation_states())
    write(f'{DATA}/bond_valence.csv', bond_valence())
    with open(f'{HERE}/valence.json', 'w') as file:
        json.dump(reference(), file, indent=1)
        file.write('\n')
