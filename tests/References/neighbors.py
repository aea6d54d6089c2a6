#!/usr/bin/python3
"""Writes tests/References/neighbors.csv: pairs that ASE's neighbor_list finds in random triclinic cells.

Needs Debian 12's python3-ase 3.22.1. One row per cell: lattice vectors (9 numbers), fractional positions (3 per atom, some outside the
cell), cutoff, number of pairs, sum of their distances, and a checksum over (receiver, sender, shift) of every pair.
"""
import csv
import os

import ase
import numpy
from ase.geometry import cellpar_to_cell
from ase.neighborlist import neighbor_list

HERE = os.path.dirname(os.path.abspath(__file__))
CELLS = 240


def random_cell(chance):
    """Lengths 2 to 9 A, angles 20 to 160 degrees, planes at least 0.5 A apart."""
    while True:
        alpha, beta, gamma = chance.uniform(20, 160, 3)
        if alpha + beta + gamma > 355 or not abs(alpha - beta) + 3 < gamma < alpha + beta - 3:
            continue
        cell = numpy.round(cellpar_to_cell([*chance.uniform(2, 9, 3), alpha, beta, gamma]), 4)
        if (1 / numpy.linalg.norm(numpy.linalg.inv(cell), axis=0)).min() > 0.5:
            return cell


def checksum(receivers, senders, shifts):
    """A sum over the pairs, so that their order does not matter; 32 bits."""
    total = 0
    for i, j, (a, b, c) in zip(receivers.tolist(), senders.tolist(), shifts.tolist()):
        code = ((((i * 31 + j) * 131 + a + 65) * 131 + b + 65) * 131 + c + 65) & 0xFFFFFFFF
        total = (total + code * 2654435761) & 0xFFFFFFFF
    return total


def main():
    chance = numpy.random.default_rng(20261120)
    with open(os.path.join(HERE, 'neighbors.csv'), 'w', newline='') as file:
        file.write(f'# {__doc__.splitlines()[0].split(": ")[1]} Origin: neighbors.py with ASE 3.22.1.\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['cell', 'positions', 'cutoff', 'pairs', 'distance_sum', 'checksum'])
        written = 0
        while written < CELLS:
            cell = random_cell(chance)
            positions = chance.uniform(-1.5, 2.5, (chance.integers(1, 8), 3)).round(3)
            cutoff = round(chance.uniform(1.5, 7), 3)
            atoms = ase.Atoms(f'Cu{len(positions)}', scaled_positions=positions, cell=cell, pbc=True)
            atoms.positions = positions @ cell  # unwrapped
            receivers, senders, shifts, distances = neighbor_list('ijSd', atoms, cutoff)
            if len(distances) > 20_000 or distances.size and distances.min() < 0.05:
                continue
            written += 1
            writer.writerow([
                ' '.join(f'{x:g}' for x in cell.ravel()), ' '.join(f'{x:g}' for x in positions.ravel()), cutoff,
                len(distances), f'{distances.sum():.9g}', checksum(receivers, senders, shifts)])


if __name__ == '__main__':
    assert ase.__version__ == '3.22.1', ase.__version__
    main()
