#!/usr/bin/python3
"""Writes tests/References/features-compositions.csv and features-structures.csv: descriptors computed by pymatgen, ASE and numpy.

Needs Debian 12's python3-pymatgen 2022.11.7, python3-ase 3.22.1 and python3-spglib 2.0.2. Statistics of elements are Magpie's, computed
here from pymatgen's own facts; shares of atoms weigh them. Coordination is pymatgen's MinimumDistanceNN; radial distribution functions
come from ASE's neighbour list; the packing fraction sums spheres of pymatgen's atomic radii. An empty value is not known.
"""
import csv
import json
import os
import warnings

import numpy
from ase.neighborlist import neighbor_list
from pymatgen.analysis.local_env import MinimumDistanceNN
from pymatgen.core import Composition
from pymatgen.io.ase import AseAtomsAdaptor
from pymatgen.io.cif import CifParser
from pymatgen.symmetry.analyzer import SpacegroupAnalyzer

HERE = os.path.dirname(os.path.abspath(__file__))
ORIGIN = '# {} Origin: features.py with pymatgen 2022.11.7, ASE 3.22.1, spglib 2.0.2.\n'
FORMULAS = ['NaCl', 'Fe2O3', 'LiFePO4', 'SrTiO3', 'Al', 'Ba0.3Sr0.7TiO3', 'GaAs', 'Zr41.2Ti13.8Cu12.5Ni10Be22.5', 'CeO2', 'Bi2Te3', 'HeO']
FACTS = {
    'electronegativity': lambda element: element.X,
    'atomic radius': lambda element: element.atomic_radius,
    'ionisation energy': lambda element: element.ionization_energies[0],
    'atomic number': lambda element: element.Z,
    'period': lambda element: element.row,
}
CUTOFF, WIDTH = 6.0, 0.5


def statistics(facts, shares):
    mean = shares @ facts
    yield 'minimum', facts.min()
    yield 'maximum', facts.max()
    yield 'range', facts.max() - facts.min()
    yield 'mean', mean
    yield 'average deviation', shares @ numpy.abs(facts - mean)
    yield 'mode', facts[numpy.isclose(shares, shares.max())].min()


def compositions():
    for formula in FORMULAS:
        composition = Composition(formula)
        shares = numpy.array([composition.get_atomic_fraction(element) for element in composition])
        for name, fact in FACTS.items():
            known = [fact(element) for element in composition]
            facts = numpy.array([numpy.nan if value is None else float(value) for value in known])
            for statistic, value in statistics(facts, shares):
                yield formula, f'{statistic} {name}', '' if numpy.isnan(facts).any() else f'{value:.10g}'


def coordination(structure):
    return numpy.array([len(MinimumDistanceNN(tol=0.1).get_nn(structure, site)) for site in range(len(structure))])


def radial_distribution(structure):
    distances = neighbor_list('d', AseAtomsAdaptor.get_atoms(structure), CUTOFF)
    edges = numpy.arange(0, CUTOFF + WIDTH / 2, WIDTH)
    counts = numpy.histogram(distances, edges)[0]
    shells = 4 * numpy.pi / 3 * (edges[1:] ** 3 - edges[:-1] ** 3)
    return counts / (len(structure) * shells * len(structure) / structure.volume)


def structure_features(structure):
    numbers = coordination(structure)
    radii = [site.specie.atomic_radius for site in structure]
    spheres = None if any(radius is None for radius in radii) else sum(4 / 3 * numpy.pi * radius ** 3 for radius in radii)
    yield 'density', structure.density
    yield 'volume per atom', structure.volume / len(structure)
    yield 'packing fraction', spheres and spheres / structure.volume
    yield 'shortest distance', min(site.nn_distance for around in structure.get_all_neighbors(6) for site in around)
    yield 'mean coordination', numbers.mean()
    yield 'least coordination', numbers.min()
    yield 'greatest coordination', numbers.max()
    yield 'deviation of coordination', numbers.std()
    found = SpacegroupAnalyzer(structure, symprec=0.01)
    conventional = SpacegroupAnalyzer(found.get_refined_structure(), symprec=0.01)
    sizes = [len(sites) for sites in conventional.get_symmetrized_structure().equivalent_sites]
    yield 'space group', found.get_space_group_number()
    yield 'occupied Wyckoff positions', len(sizes)
    yield 'least multiplicity', min(sizes)
    yield 'greatest multiplicity', max(sizes)
    yield 'atoms of the conventional cell', sum(sizes)
    for bin, value in enumerate(radial_distribution(structure)):
        yield f'g({(bin + 0.5) * WIDTH:.5g} Å)', value


def structures():
    with open(os.path.join(HERE, 'structures.jsonl')) as file:
        records = [json.loads(line) for line in file][1:]
    for record in records:
        structure = CifParser.from_string(record['cif']).get_structures(primitive=False)[0]
        if not structure.is_ordered or len(structure) > 30:
            continue
        distances = sorted(site.nn_distance for around in structure.get_all_neighbors(CUTOFF + 1) for site in around)
        # Shells that stand on the edge of a bin fall to either side by rounding.
        if any(abs(distance / WIDTH - round(distance / WIDTH)) < 1e-6 for distance in distances):
            continue
        for name, value in structure_features(structure):
            yield record['name'], name, '' if value is None else f'{value:.10g}'


def main():
    warnings.simplefilter('ignore')
    for name, header, rows in (('compositions', ['formula', 'feature', 'value'], compositions()), ('structures', ['name', 'feature', 'value'], structures())):
        with open(os.path.join(HERE, f'features-{name}.csv'), 'w', newline='') as file:
            file.write(ORIGIN.format(f'Descriptors of {name}.'))
            writer = csv.writer(file, lineterminator='\n')
            writer.writerow(header)
            writer.writerows(rows)


if __name__ == '__main__':
    main()
