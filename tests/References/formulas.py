#!/usr/bin/python3
"""Writes tests/References/formulas.csv: formulas as pymatgen reads them, weighed with ASE's masses.

Needs Debian 12's python3-pymatgen 2022.11.7 and python3-ase 3.22.1.
"""
import csv
import os
import random

from ase.data import atomic_masses_iupac2016, atomic_numbers
from pymatgen.core import Composition

WRITTEN = '''Li7La3Zr2O12 (Na0.5Bi0.5)TiO3 Ca3Al2(SiO4)3 Ca5(PO4)3OH KAl(SO4)2 Mg3Si4O10(OH)2 K4(Fe(CN)6) (Co(NH3)6)Cl3
(NH4)2Fe(SO4)2 C6H12O6 CH3COOH C2H5OH NaCl Fe0.947O Ba0.6K0.4Fe2As2 YBa2Cu3O6.92 LiNi0.8Co0.15Al0.05O2 Ag(W3Br7)2 C60
Li10Ge(PS6)2 Na3Zr2Si2PO12 Li1.3Al0.3Ti1.7(PO4)3 H2SO4 Fe0.620C0.000953Mn0.000521Si0.00102 Co3O4 Co CO Si SI2 Sc SC No NO
CsPbI3 CsPb(Br0.25I0.75)3 (CH3NH3)PbI3 Na2(B4O5(OH)4) Al2Si2O5(OH)4 Hf0.2Nb0.2Ta0.2Ti0.2Zr0.2 Mg(Mg(OH)2)3 O2 Hg2Cl2'''.split()
SYMBOLS = list(atomic_numbers)[1:104]


def random_formula(chance, depth=0):
    text = ''
    for _ in range(chance.randint(1, 4)):
        if depth < 3 and chance.random() < 0.2:
            text += '(' + random_formula(chance, depth + 1) + ')'
        else:
            text += chance.choice(SYMBOLS)
        text += chance.choice(['', str(chance.randint(2, 30)), f'{chance.uniform(0.01, 9):.3f}'])
    return text


def main():
    chance = random.Random(7)
    formulas = WRITTEN + [random_formula(chance) for _ in range(120)]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'formulas.csv'), 'w', newline='') as file:
        file.write('# read by pymatgen 2022.11.7, weighed with the masses of ASE 3.22.1; "reduced" only where all amounts are whole\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['formula', 'atoms', 'weight', 'amounts', 'reduced'])
        for formula in formulas:
            amounts = Composition(formula).get_el_amt_dict()
            weight = sum(amount * atomic_masses_iupac2016[atomic_numbers[symbol]] for symbol, amount in amounts.items())
            whole = all(abs(amount - round(amount)) < 1e-8 for amount in amounts.values())
            # Of elements pymatgen would write O2 for O; the plain greatest common divisor is meant here.
            reduced = Composition(formula).get_reduced_composition_and_factor()[0].get_el_amt_dict() if whole and len(amounts) > 1 else {}
            write = lambda values: ' '.join(f'{symbol}:{values[symbol]:.10g}' for symbol in sorted(values))  # noqa: E731
            writer.writerow([formula, f'{sum(amounts.values()):.10g}', f'{weight:.10g}', write(amounts), write(reduced)])


main()
