#!/usr/bin/python3
"""Writes tests/References/random-forest-rows.csv and random-forest.csv: errors of scikit-learn's random forest on Friedman's first function.

Needs Debian 12's python3-sklearn 1.2.1. The first 300 rows are learned from, the last 100 judge. Forests differ by their seed alone; the
spread over seeds is what another forest may differ by.
"""
import csv
import os

import numpy
from sklearn.datasets import make_friedman1
from sklearn.ensemble import RandomForestRegressor

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = '# {} Origin: random_forest.py with scikit-learn 1.2.1, numpy 1.24.2.\n'
TRAIN, SEEDS = 300, 20


def errors(features, targets, seed, **options):
    forest = RandomForestRegressor(n_estimators=100, bootstrap=True, oob_score=True, random_state=seed, **options)
    forest.fit(features[:TRAIN], targets[:TRAIN])
    test = numpy.abs(forest.predict(features[TRAIN:]) - targets[TRAIN:]).mean()
    return test, numpy.abs(forest.oob_prediction_ - targets[:TRAIN]).mean()


def main():
    features, targets = make_friedman1(n_samples=400, n_features=10, noise=1.0, random_state=5)
    features, targets = features.round(6), targets.round(6)
    with open(os.path.join(HERE, 'random-forest-rows.csv'), 'w', newline='') as file:
        file.write(HEADER.format('Friedman\'s first function of ten features.'))
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow([f'x{place}' for place in range(10)] + ['y'])
        writer.writerows(list(row) + [target] for row, target in zip(features, targets))
    with open(os.path.join(HERE, 'random-forest.csv'), 'w', newline='') as file:
        file.write(HEADER.format(f'Mean absolute errors of 100 trees, mean and standard deviation over {SEEDS} seeds.'))
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['feature_share', 'leaf_rows', 'test_mean', 'test_sd', 'oob_mean', 'oob_sd'])
        for share, leaf in ((1.0, 1), (0.34, 1), (0.34, 5)):
            runs = numpy.array([errors(features, targets, seed, max_features=share, min_samples_leaf=leaf) for seed in range(SEEDS)])
            mean, spread = runs.mean(axis=0), runs.std(axis=0, ddof=1)
            writer.writerow([share, leaf] + [f'{value:.6f}' for value in (mean[0], spread[0], mean[1], spread[1])])


if __name__ == '__main__':
    main()
