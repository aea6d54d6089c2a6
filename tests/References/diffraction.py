#!/usr/bin/python3
"""Writes data/elements/scattering.csv and tests/References/diffraction.jsonl: powder patterns that pymatgen computes.

Needs Debian 12's python3-pymatgen 2022.11.7 and python3-ase 3.22.1. One line per pattern: radiation, lattice vectors, sites
[symbol, occupancy, x, y, z] and peaks [2 theta, intensity, d, families]. The last line holds form factors after Waasmaier and Kirfel
(1995), from ASE, at sin(theta)/lambda = 0 to 0.6: another source than the table's.
"""
import csv
import json
import os

import numpy
from ase.utils.xrdebye import waasmaier
from pymatgen.analysis.diffraction import neutron, xrd
from pymatgen.core import Element, Lattice, Structure

HERE = os.path.dirname(os.path.abspath(__file__))
XRAY = {'CuKa': 'Cu', 'MoKa': 'Mo', 'CoKa': 'Co', 'CrKa': 'Cr', 'FeKa': 'Fe', 'AgKa': 'Ag'}


def table():
    with open(os.path.join(HERE, '..', '..', 'data', 'elements', 'scattering.csv'), 'w', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['symbol', *(f'{letter}{i}' for i in range(1, 5) for letter in 'ab'), 'neutron_length'])
        for number in range(1, 104):
            symbol = Element.from_Z(number).symbol
            terms = xrd.ATOMIC_SCATTERING_PARAMS.get(symbol)
            length = neutron.ATOMIC_SCATTERING_LEN.get(symbol)
            if terms or length is not None:
                cells = [f'{value:g}' for term in terms for value in term] if terms else [''] * 8
                writer.writerow([symbol, *cells, '' if length is None else f'{length:g}'])


def random_structure(chance, species, partial=False):
    while True:
        lengths, angles = chance.uniform(3, 8, 3).round(3), chance.uniform(65, 115, 3).round(2)
        try:
            lattice = Lattice.from_parameters(*lengths, *angles)
        except ValueError:
            continue
        break
    occupants = [{symbol: 0.6, 'Ca': 0.3} if partial and i == 0 else symbol for i, symbol in enumerate(species)]
    return Structure(lattice, occupants, chance.uniform(0, 1, (len(species), 3)).round(4))


def structures():
    chance = numpy.random.default_rng(20261121)
    fm3m = lambda a, species, coords: Structure.from_spacegroup('Fm-3m', Lattice.cubic(a), species, coords)
    yield 'rocksalt', fm3m(5.6402, ['Na', 'Cl'], [[0, 0, 0], [0.5, 0.5, 0.5]])
    yield 'silicon', Structure.from_spacegroup('Fd-3m', Lattice.cubic(5.431), ['Si'], [[0, 0, 0]])
    yield 'copper primitive', fm3m(3.615, ['Cu'], [[0, 0, 0]]).get_primitive_structure()
    yield 'quartz', Structure.from_spacegroup(
        'P3_221', Lattice.hexagonal(4.913, 5.405), ['Si', 'O'], [[0.4697, 0, 0.6667], [0.4133, 0.2672, 0.7854]])
    yield 'rutile', Structure.from_spacegroup('P4_2/mnm', Lattice.tetragonal(4.594, 2.959), ['Ti', 'O'], [[0, 0, 0], [0.3053, 0.3053, 0]])
    yield 'olivine', Structure.from_spacegroup(
        'Pnma', Lattice.orthorhombic(10.338, 6.011, 4.695), ['Li', 'Fe', 'P', 'O', 'O', 'O'],
        [[0, 0, 0], [0.282, 0.25, 0.975], [0.095, 0.25, 0.418], [0.097, 0.25, 0.743], [0.457, 0.25, 0.206], [0.166, 0.046, 0.285]])
    for i in range(6):
        symbols = [str(symbol) for symbol in chance.choice(['H', 'B', 'O', 'Mg', 'S', 'Ti', 'Br', 'La', 'W', 'Pb'], 2 + i)]
        yield f'random {i}', random_structure(chance, symbols, partial=i % 2 == 1)


def record(name, structure, radiation, calculator, neutrons=False, factors=None, largest=90):
    pattern = calculator.get_pattern(structure, two_theta_range=(0, largest))
    def families(peak):
        return sorted([[list(entry['hkl'])[:2] + [list(entry['hkl'])[-1]], entry['multiplicity']] for entry in peak], reverse=True)
    return {
        'name': name, 'radiation': radiation, 'wavelength': calculator.wavelength, 'neutrons': neutrons, 'largest': largest, 'B': factors or {},
        'lattice': structure.lattice.matrix.round(9).ravel().tolist(),
        'sites': [[str(sp.symbol), occupancy, *(float(x) for x in site.frac_coords.round(9))] for site in structure for sp, occupancy in site.species.items()],
        'peaks': [[round(x, 7), round(float(y), 7), round(d, 7), families(h)] for x, y, d, h in zip(pattern.x, pattern.y, pattern.d_hkls, pattern.hkls)],
    }


def main():
    table()
    with open(os.path.join(HERE, 'diffraction.jsonl'), 'w') as file:
        def write(entry):
            file.write(json.dumps(entry, separators=(',', ':')) + '\n')
        for name, structure in structures():
            write(record(name, structure, 'Cu', xrd.XRDCalculator()))
            if name in ('quartz', 'random 1'):
                for line, symbol in list(XRAY.items())[1:]:
                    write(record(name, structure, symbol, xrd.XRDCalculator(line), largest=60 if line in ('MoKa', 'AgKa') else 120))
            if name in ('rutile', 'olivine', 'random 3'):
                write(record(name, structure, 'n', neutron.NDCalculator(), neutrons=True))
            if name in ('rocksalt', 'rutile'):
                factors = {str(element): 0.4 + 0.1 * i for i, element in enumerate(structure.composition.elements)}
                write(record(name, structure, 'Cu', xrd.XRDCalculator(debye_waller_factors=factors), factors=factors))
        s = numpy.linspace(0, 0.6, 13)
        write({'name': 'form factors', 's': s.round(3).tolist(), 'factors': {
            symbol: (p[10] + sum(p[2 * i] * numpy.exp(-p[2 * i + 1] * s ** 2) for i in range(5))).round(5).tolist()
            for symbol, p in waasmaier.items() if symbol != 'Cu'}})  # ASE's copper has a misprint: f(0) is 28.47, not 29


if __name__ == '__main__':
    main()
