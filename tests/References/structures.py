#!/usr/bin/python3
"""Writes tests/References/structures.jsonl: prototypes as CIF, POSCAR and extended XYZ with the figures of pymatgen, spglib and ASE.

Needs Debian 12's python3-ase 3.22.1, python3-pymatgen 2022.11.7 and python3-spglib 2.0.2. The parameters are textbook facts
about minerals and elements, some rounded; what counts is that both sides see the same numbers.
"""
import io
import json
import os
import re
import warnings

import ase.io
import numpy
import spglib
from ase.data import atomic_masses_iupac2016
from ase.spacegroup import crystal
from pymatgen.core import Lattice, Structure
from pymatgen.io.ase import AseAtomsAdaptor
from pymatgen.io.cif import CifParser, CifWriter
from pymatgen.io.vasp import Poscar

warnings.simplefilter('ignore')
T, O1, O2 = 1 / 3, 1, 2  # a third; origin choices

# name, symbols, positions, space group, cell, origin choice
ORDERED = [
    ('rocksalt', 'Na Cl', [(0, 0, 0), (.5, .5, .5)], 225, (5.6402,), O1),
    ('rocksalt MgO', 'Mg O', [(0, 0, 0), (.5, .5, .5)], 225, (4.212,), O1),
    ('caesium chloride', 'Cs Cl', [(0, 0, 0), (.5, .5, .5)], 221, (4.123,), O1),
    ('zincblende', 'Zn S', [(0, 0, 0), (.25, .25, .25)], 216, (5.4093,), O1),
    ('zincblende GaAs', 'Ga As', [(0, 0, 0), (.25, .25, .25)], 216, (5.6533,), O1),
    ('wurtzite', 'Zn O', [(T, 2 * T, 0), (T, 2 * T, .3819)], 186, (3.2495, 3.2495, 5.2069, 90, 90, 120), O1),
    ('rutile', 'Ti O', [(0, 0, 0), (.3053, .3053, 0)], 136, (4.594, 4.594, 2.959), O1),
    ('anatase', 'Ti O', [(0, 0, 0), (0, 0, .2081)], 141, (3.7845, 3.7845, 9.5143), O1),
    ('brookite', 'Ti O O', [(.1289, .0972, .8628), (.0095, .1491, .1835), (.2314, .1110, .5366)], 61, (9.184, 5.447, 5.145), O1),
    ('cubic perovskite', 'Sr Ti O', [(0, 0, 0), (.5, .5, .5), (.5, .5, 0)], 221, (3.905,), O1),
    ('orthorhombic perovskite', 'Ca Ti O O', [(.0355, .25, .9926), (0, 0, .5), (.4838, .25, .071), (.2888, .0368, .7111)], 62, (5.4423, 7.6401, 5.3796), O1),
    ('tetragonal perovskite', 'Ba Ti O O', [(0, 0, 0), (.5, .5, .5135), (.5, .5, .0265), (.5, 0, .4855)], 99, (3.9945, 3.9945, 4.0335), O1),
    ('spinel', 'Mg Al O', [(.125, .125, .125), (.5, .5, .5), (.2624, .2624, .2624)], 227, (8.0832,), O2),
    ('fluorite', 'Ca F', [(0, 0, 0), (.25, .25, .25)], 225, (5.463,), O1),
    ('antifluorite', 'Li O', [(.25, .25, .25), (0, 0, 0)], 225, (4.619,), O1),
    ('corundum', 'Al O', [(0, 0, .35219), (.30633, 0, .25)], 167, (4.7602, 4.7602, 12.9933, 90, 90, 120), O1),
    ('hematite', 'Fe O', [(0, 0, .3553), (.3059, 0, .25)], 167, (5.0346, 5.0346, 13.7473, 90, 90, 120), O1),
    ('ilmenite', 'Fe Ti O', [(0, 0, .3554), (0, 0, .1465), (.3172, .0234, .2451)], 148, (5.0884, 5.0884, 14.0855, 90, 90, 120), O1),
    ('lithium niobate', 'Nb Li O', [(0, 0, 0), (0, 0, .2829), (.0494, .3446, .0648)], 161, (5.148, 5.148, 13.863, 90, 90, 120), O1),
    ('alpha quartz', 'Si O', [(.4697, 0, 2 * T), (.4133, .2672, .7856)], 154, (4.9137, 4.9137, 5.4047, 90, 90, 120), O1),
    ('alpha cristobalite', 'Si O', [(.3003, .3003, 0), (.2392, .1044, .1787)], 92, (4.9717, 4.9717, 6.9223), O1),
    ('garnet', 'Ca Al Si O', [(.125, 0, .25), (0, 0, 0), (.375, 0, .25), (.0381, .0449, .6514)], 230, (11.845,), O1),
    ('zircon', 'Zr Si O', [(0, .75, .125), (0, .25, .375), (0, .0661, .1953)], 141, (6.607, 6.607, 5.982), O2),
    ('scheelite', 'Ca W O', [(0, .25, .625), (0, .25, .125), (.1504, .0085, .2111)], 88, (5.243, 5.243, 11.376), O2),
    ('calcite', 'Ca C O', [(0, 0, 0), (0, 0, .25), (.2568, 0, .25)], 167, (4.9896, 4.9896, 17.061, 90, 90, 120), O1),
    ('forsterite', 'Mg Mg Si O O O', [(0, 0, 0), (.2774, .25, .9915), (.094, .25, .4262), (.0913, .25, .7657), (.4474, .25, .2215), (.2777, .0331, .2777)], 62, (10.195, 5.981, 4.756), O1),
    ('olivine phosphate', 'Li Fe P O O O', [(0, 0, 0), (.2822, .25, .9747), (.0948, .25, .418), (.0968, .25, .7428), (.4571, .25, .206), (.1656, .0465, .2848)], 62, (10.332, 6.01, 4.692), O1),
    ('layered cobaltate', 'Li Co O', [(0, 0, .5), (0, 0, 0), (0, 0, .2395)], 166, (2.8161, 2.8161, 14.0536, 90, 90, 120), O1),
    ('baddeleyite', 'Zr O O', [(.2754, .0395, .2083), (.07, .3317, .3447), (.4496, .7569, .4792)], 14, (5.1505, 5.2116, 5.3173, 90, 99.23, 90), O1),
    ('tenorite', 'Cu O', [(.25, .25, 0), (0, .4184, .25)], 15, (4.6837, 3.4226, 5.1288, 90, 99.54, 90), O1),
    ('gypsum', 'Ca S O O O', [(0, .9203, .75), (0, .4227, .75), (.0831, .2278, .41), (.2, .868, .0881), (.2829, .6817, .0449)], 15, (6.284, 15.2, 6.523, 90, 127.41, 90), O1),
    ('barite', 'Ba S O O O', [(.1845, .25, .1585), (.4370, .25, .6914), (.5870, .25, .6071), (.3179, .25, .5498), (.4194, .4706, .8118)], 62, (8.884, 5.458, 7.153), O1),
    ('nickel arsenide', 'Ni As', [(0, 0, 0), (T, 2 * T, .25)], 194, (3.619, 3.619, 5.034, 90, 90, 120), O1),
    ('cadmium iodide', 'Cd I', [(0, 0, 0), (T, 2 * T, .2492)], 164, (4.24, 4.24, 6.84, 90, 90, 120), O1),
    ('molybdenite', 'Mo S', [(T, 2 * T, .25), (T, 2 * T, .621)], 194, (3.16, 3.16, 12.294, 90, 90, 120), O1),
    ('tungsten carbide', 'W C', [(0, 0, 0), (T, 2 * T, .5)], 187, (2.906, 2.906, 2.837, 90, 90, 120), O1),
    ('rhenium trioxide', 'Re O', [(0, 0, 0), (.5, 0, 0)], 221, (3.75,), O1),
    ('cuprite', 'Cu O', [(.25, .25, .25), (0, 0, 0)], 224, (4.2696,), O1),
    ('A15', 'Si Cr', [(0, 0, 0), (.25, 0, .5)], 223, (4.556,), O1),
    ('cubic Laves', 'Mg Cu', [(.125, .125, .125), (.5, .5, .5)], 227, (7.034,), O2),
    ('hexagonal Laves', 'Mg Zn Zn', [(T, 2 * T, .062), (0, 0, 0), (.8305, .661, .25)], 194, (5.221, 5.221, 8.567, 90, 90, 120), O1),
    ('magnesium diboride', 'Mg B', [(0, 0, 0), (T, 2 * T, .5)], 191, (3.085, 3.085, 3.523, 90, 90, 120), O1),
    ('calcium copper five', 'Ca Cu Cu', [(0, 0, 0), (T, 2 * T, 0), (.5, 0, .5)], 191, (5.074, 5.074, 4.074, 90, 90, 120), O1),
    ('calcium hexaboride', 'Ca B', [(0, 0, 0), (.207, .5, .5)], 221, (4.145,), O1),
    ('pyrite', 'Fe S', [(0, 0, 0), (.3851, .3851, .3851)], 205, (5.4166,), O1),
    ('marcasite', 'Fe S', [(0, 0, 0), (.2, .378, 0)], 58, (4.436, 5.414, 3.381), O1),
    ('iron silicide', 'Fe Si', [(.1358, .1358, .1358), (.844, .844, .844)], 198, (4.489,), O1),
    ('Heusler', 'Al Mn Cu', [(0, 0, 0), (.5, .5, .5), (.25, .25, .25)], 225, (5.949,), O1),
    ('half Heusler', 'Ni Mn Sb', [(.25, .25, .25), (0, 0, 0), (.5, .5, .5)], 216, (5.92,), O1),
    ('chalcopyrite', 'Cu Fe S', [(0, 0, 0), (0, 0, .5), (.2574, .25, .125)], 122, (5.289, 5.289, 10.423), O1),
    ('bismuth telluride', 'Bi Te Te', [(0, 0, .4), (0, 0, 0), (0, 0, .2095)], 166, (4.395, 4.395, 30.44, 90, 90, 120), O1),
    ('tin sulfide', 'Sn S', [(.1194, .25, .1194), (.8508, .25, .4793)], 62, (11.2, 3.987, 4.334), O1),
    ('potassium tetrafluoronickelate', 'K Ni F F', [(0, 0, .352), (0, 0, 0), (0, .5, 0), (0, 0, .151)], 139, (4.012, 4.012, 13.076), O1),
    ('YBCO', 'Y Ba Cu Cu O O O O', [(.5, .5, .5), (.5, .5, .1843), (0, 0, 0), (0, 0, .3556), (0, .5, 0), (.5, 0, .3773), (0, .5, .3789), (0, 0, .1584)], 47, (3.8227, 3.8872, 11.6802), O1),
    ('L1_0', 'Au Cu', [(0, 0, 0), (.5, .5, .5)], 123, (2.8, 2.8, 3.67), O1),
    ('L1_2', 'Au Cu', [(0, 0, 0), (0, .5, .5)], 221, (3.7493,), O1),
    ('calcium carbide', 'Ca C', [(0, 0, 0), (0, 0, .4068)], 139, (3.89, 3.89, 6.37), O1),
    ('diamond', 'C', [(0, 0, 0)], 227, (3.567,), O1),
    ('diamond silicon', 'Si', [(.125, .125, .125)], 227, (5.431,), O2),
    ('body-centred iron', 'Fe', [(0, 0, 0)], 229, (2.8665,), O1),
    ('face-centred copper', 'Cu', [(0, 0, 0)], 225, (3.6149,), O1),
    ('hexagonal magnesium', 'Mg', [(T, 2 * T, .25)], 194, (3.2094, 3.2094, 5.2108, 90, 90, 120), O1),
    ('simple cubic polonium', 'Po', [(0, 0, 0)], 221, (3.359,), O1),
    ('graphite', 'C C', [(0, 0, .25), (T, 2 * T, .25)], 194, (2.461, 2.461, 6.708, 90, 90, 120), O1),
    ('black phosphorus', 'P', [(0, .1017, .0806)], 64, (3.3136, 10.478, 4.3763), O1),
    ('grey selenium', 'Se', [(.2254, 0, T)], 152, (4.3662, 4.3662, 4.9536, 90, 90, 120), O1),
    ('grey arsenic', 'As', [(0, 0, .2271)], 166, (3.7598, 3.7598, 10.5475, 90, 90, 120), O1),
    ('white tin', 'Sn', [(0, 0, 0)], 141, (5.8318, 5.8318, 3.1819), O1),
    ('tetragonal indium', 'In', [(0, 0, 0)], 139, (3.253, 3.253, 4.947), O1),
    ('alpha uranium', 'U', [(0, .1025, .25)], 63, (2.8537, 5.8695, 4.9548), O1),
    ('gallium', 'Ga', [(0, .1549, .081)], 64, (4.5192, 7.6586, 4.5258), O1),
    ('triclinic kyanite-like', 'Al Si O O', [(.325, .704, .458), (.296, .065, .707), (.109, .146, .128), (.123, .685, .181)], 2, (7.12, 7.85, 5.57, 89.98, 101.12, 106.01), O1),
    ('triclinic without symmetry', 'Cu O S', [(.1, .2, .3), (.45, .6, .15), (.8, .75, .7)], 1, (4.1, 5.2, 6.3, 75, 83, 96), O1),
]


def disordered():
    """Crystals with shared and partly empty sites, which only CIF can hold."""
    yield 'disordered alloy', Structure.from_spacegroup('Fm-3m', Lattice.cubic(3.59), [{'Fe': .5, 'Ni': .5}], [(0, 0, 0)])
    yield 'sodium bismuth titanate', Structure.from_spacegroup('Pm-3m', Lattice.cubic(3.89), [{'Na': .5, 'Bi': .5}, 'Ti', 'O'], [(0, 0, 0), (.5, .5, .5), (.5, .5, 0)])
    yield 'cubic lithium garnet', Structure.from_spacegroup(
        'Ia-3d', Lattice.cubic(12.968), ['La', 'Zr', 'O', {'Li': .564}, {'Li': .442}],
        [(.125, 0, .25), (0, 0, 0), (.28, .1051, .1951), (.375, 0, .25), (.0957, .6873, .5788)])
    yield 'wustite', Structure.from_spacegroup('Fm-3m', Lattice.cubic(4.307), [{'Fe': .947}, 'O'], [(0, 0, 0), (.5, .5, .5)])
    yield 'high-entropy alloy', Structure.from_spacegroup('Im-3m', Lattice.cubic(3.404), [dict(Hf=.2, Nb=.2, Ta=.2, Ti=.2, Zr=.2)], [(0, 0, 0)])


def build(symbols, positions, group, cell, setting):
    if len(cell) == 1:
        cell = cell * 3
    if len(cell) == 3:
        cell = tuple(cell) + (90, 90, 90)
    atoms = crystal(symbols.split(), positions, spacegroup=group, cellpar=cell, setting=setting)
    return AseAtomsAdaptor.get_structure(atoms)


def shortest(structure):
    distances = structure.distance_matrix.copy()
    numpy.fill_diagonal(distances, numpy.inf)
    around = structure.lattice.get_points_in_sphere([[0, 0, 0]], [0, 0, 0], 1.001 * min(structure.lattice.abc), zip_results=False)[1]
    return float(min(distances.min(), around[around > 1e-8].min()))


def density(structure):
    """g/cm³ with ASE's masses; pymatgen's are of 2007."""
    mass = sum(amount * atomic_masses_iupac2016[element.Z] for element, amount in structure.composition.items())
    return 1.66053906660 * mass / structure.volume


def figures(structure):
    kinds = {}
    numbers = [kinds.setdefault(str(site.species), len(kinds) + 1) for site in structure]
    cell = (structure.lattice.matrix, structure.frac_coords, numbers)
    found = spglib.get_symmetry_dataset(cell, symprec=0.01)
    return dict(
        sites=len(structure), volume=round(structure.volume, 6), density=round(float(density(structure)), 6),
        shortest=round(shortest(structure), 6), number=found['number'], international=found['international'], hall=found['hall'],
        point_group=found['pointgroup'], operations=len(found['rotations']), orbits=len(set(found['equivalent_atoms'])),
        wyckoffs=''.join(sorted(set(found['wyckoffs']))),
        conventional=len(spglib.standardize_cell(cell, to_primitive=False, symprec=0.01)[2]),
        primitive=len(spglib.standardize_cell(cell, to_primitive=True, symprec=0.01)[2]))


def cif(structure, index):
    """Every fourth names its space group without listing operations where that is enough, to keep the file small."""
    text = str(CifWriter(structure, symprec=0.01))
    back = CifParser.from_string(text).get_structures(primitive=False)[0]
    group = int(re.search(r'_Int_Tables_number\s+(\d+)', text).group(1))
    one_origin = group in (221, 223, 225, 229, 216, 194, 139)
    if one_origin and index % 4 != 0:
        text = re.sub(r"loop_\n _symmetry_equiv_pos_site_id\n.*?(?=loop_)", '', text, flags=re.S)
    return text, back


def poscar(structure, index):
    if index % 3 == 0:
        return Poscar(structure, selective_dynamics=[[True, False, True]] * len(structure)).get_string(direct=True, significant_figures=8)
    if index % 3 == 1:
        return Poscar(structure).get_string(direct=False, vasp4_compatible=len(structure.symbol_set) > 1, significant_figures=8)
    file = io.StringIO()
    ase.io.write(file, AseAtomsAdaptor.get_atoms(structure), format='vasp', direct=True, vasp5=True)
    return file.getvalue()


def xyz(structure):
    file = io.StringIO()
    atoms = AseAtomsAdaptor.get_atoms(structure)
    atoms.info['energy'] = -1.5
    ase.io.write(file, atoms, format='extxyz')
    return file.getvalue()


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, 'structures.jsonl'), 'w') as file:
        origin = 'tests/References/structures.py with ASE 3.22.1, pymatgen 2022.11.7, spglib 2.0.2; Å, Å³, g/cm³'
        file.write(json.dumps(dict(origin=origin), ensure_ascii=False) + '\n')
        structures = [(name, build(*rest)) for name, *rest in ORDERED] + list(disordered())
        for index, (name, structure) in enumerate(structures):
            text, back = cif(structure, index)
            row = dict(name=name, cif=text, cif_figures=figures(back))
            if structure.is_ordered:
                small = structure.get_primitive_structure() if len(structure) > 16 else structure
                small = small.get_sorted_structure()
                row.update(poscar=poscar(small, index), xyz=xyz(small), figures=figures(small))
            print(name, row['cif_figures'])
            file.write(json.dumps(row, separators=(',', ':')) + '\n')


main()
