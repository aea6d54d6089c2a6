#!/usr/bin/python3
"""Writes tests/References/splits.csv: folds of scikit-learn's splitters, each row's test fold as a digit.

Needs Debian 12's python3-sklearn 1.2.1. `labels` holds the class or group of each row as a letter (KFold has none). Groups of GroupKFold
have different sizes, because scikit-learn leaves the order of equal ones to an unstable sort.
"""
import csv
import os
import string

import numpy
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold

HERE = os.path.dirname(os.path.abspath(__file__))


def folds(splits, rows):
    number = numpy.empty(rows, int)
    for fold, (_, test) in enumerate(splits):
        number[test] = fold
    return ''.join(map(str, number))


def cases():
    chance = numpy.random.default_rng(20261121)
    for rows, count, seed in ((5, 5, 0), (23, 4, 1), (100, 5, 18012019), (257, 10, 4294967295), (1000, 3, 42)):
        yield 'KFold', count, seed, '', folds(KFold(count, shuffle=True, random_state=seed).split(numpy.zeros(rows)), rows)
    for rows, classes, count, seed in ((40, 2, 4, 0), (200, 3, 5, 18012019), (301, 6, 7, 123456789)):
        labels = [string.ascii_uppercase[number] for number in chance.integers(0, classes, rows)]
        split = StratifiedKFold(count, shuffle=True, random_state=seed).split(numpy.zeros(rows), labels)
        yield 'StratifiedKFold', count, seed, ''.join(labels), folds(split, rows)
    for groups, count in ((6, 3), (15, 4), (21, 7)):
        labels = [string.ascii_uppercase[group] for group, size in enumerate(chance.permutation(groups)) for _ in range(size + 1)]
        labels = list(chance.permutation(labels))
        split = GroupKFold(count).split(numpy.zeros(len(labels)), groups=labels)
        yield 'GroupKFold', count, 0, ''.join(labels), folds(split, len(labels))


def main():
    with open(os.path.join(HERE, 'splits.csv'), 'w', newline='') as file:
        file.write('# Test fold of each row. Origin: splits.py with scikit-learn 1.2.1, numpy 1.24.2.\n')
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['rule', 'folds', 'seed', 'labels', 'fold_of_row'])
        writer.writerows(cases())


if __name__ == '__main__':
    main()
