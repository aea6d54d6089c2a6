#!/usr/bin/python3
"""Writes tests/References/phase_diagrams.jsonl: convex hulls that pymatgen computes.

Needs Debian 12's python3-pymatgen 2022.11.7. One line per system: elements, entries [formula, eV per atom], and for each entry formation
energy, energy above the hull (eV per atom) and the decomposition (formulas and shares of the atoms); then the same for other compositions,
with chemical potentials. Energies are made up, with a seed; some entries double a composition, some lie exactly on a tie line.
"""
import json
import os

import numpy
from pymatgen.analysis.phase_diagram import PDEntry, PhaseDiagram
from pymatgen.core import Composition

HERE = os.path.dirname(os.path.abspath(__file__))
SYSTEMS = [['Li', 'O'], ['Mg', 'Si'], ['Li', 'Fe', 'O'], ['Na', 'Ti', 'S'], ['Li', 'Fe', 'P', 'O'], ['Li', 'Ni', 'Mn', 'Co', 'O']]


def entries(chance, elements):
    yield from ((symbol, round(chance.uniform(-9, -1), 4)) for symbol in elements)
    for i in range(30 + 20 * len(elements)):
        amounts = chance.integers(0, 4, len(elements))
        if (amounts > 0).sum() < 2:
            continue
        formula = ''.join(f'{symbol}{amount}' for symbol, amount in zip(elements, amounts) if amount)
        yield formula, None
        if i % 7 == 0:
            yield formula, None  # a second phase of the composition


def system(chance, elements):
    listed, reference = [], {}
    for formula, energy in entries(chance, elements):
        composition = Composition(formula)
        if energy is not None:
            reference[formula] = energy
        else:
            mixture = sum(reference[e.symbol] * composition.get_atomic_fraction(e) for e in composition.elements)
            energy = round(mixture + chance.normal(-0.6, 0.6), 4)
        listed.append((formula, energy))
    return listed


def main():
    chance = numpy.random.default_rng(20261121)
    with open(os.path.join(HERE, 'phase_diagrams.jsonl'), 'w') as file:
        for elements in SYSTEMS:
            listed = system(chance, elements)
            phases = [PDEntry(Composition(formula), energy * Composition(formula).num_atoms) for formula, energy in listed]
            diagram = PhaseDiagram(phases)
            rows = []
            for phase in phases:
                parts, above = diagram.get_decomp_and_e_above_hull(phase, allow_negative=True)
                rows.append([round(diagram.get_form_energy_per_atom(phase), 9), round(above, 9), sorted([p.composition.reduced_formula, round(s, 6)] for p, s in parts.items())])
            others = []
            for _ in range(12):
                composition = Composition({symbol: round(chance.uniform(0.5, 3), 2) for symbol in elements})
                parts = diagram.get_decomposition(composition)
                others.append([
                    {e.symbol: composition[e] for e in composition.elements}, round(diagram.get_hull_energy_per_atom(composition), 9),
                    sorted([p.composition.reduced_formula, round(s, 6)] for p, s in parts.items()),
                    {e.symbol: round(mu, 7) for e, mu in diagram.get_composition_chempots(composition).items()}])
            file.write(json.dumps({
                'elements': elements, 'entries': listed, 'hull': rows, 'others': others,
                'stable': sorted(p.composition.reduced_formula for p in diagram.stable_entries)}, separators=(',', ':')) + '\n')


if __name__ == '__main__':
    main()
