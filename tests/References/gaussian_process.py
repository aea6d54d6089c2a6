#!/usr/bin/python3
"""Writes tests/References/gaussian-process.json: Gaussian processes as scikit-learn has them.

Needs Debian 12's python3-sklearn 1.2.1. `known`: predictions and likelihood at given scales; `learned`: the greatest likelihood its optimiser finds.
"""
import json
import os
import warnings

import numpy
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel

HERE = os.path.dirname(os.path.abspath(__file__))
LENGTHS, AMPLITUDE, NOISE = [0.7, 40.0], 1.5, 0.2  # of points and of values divided by their standard deviation


def data():
    chance = numpy.random.default_rng(20261121)
    points = chance.random((30, 2)) * [3, 100]
    values = 50 + 12 * numpy.sin(2 * points[:, 0]) + 0.05 * points[:, 1] + chance.normal(0, 1, 30)
    asked = chance.random((8, 2)) * [4, 130]
    return points, values, asked


def known(shape, points, values, asked):
    process = GaussianProcessRegressor(
        ConstantKernel(AMPLITUDE ** 2) * shape(LENGTHS), alpha=NOISE ** 2, optimizer=None, normalize_y=True).fit(points, values)
    mean, deviation = process.predict(asked, return_std=True)
    return {'mean': list(mean), 'deviation': list(deviation), 'likelihood': process.log_marginal_likelihood_value_}


def learned(shape, points, values):
    kernel = ConstantKernel(1, (0.03 ** 2, 30 ** 2)) * shape([1.0, 1.0], (0.05, 100)) + WhiteKernel(0.01, (1e-6, 4))
    scaled = (points - points.mean(0)) / points.std(0)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return GaussianProcessRegressor(kernel, alpha=0, n_restarts_optimizer=20, normalize_y=True, random_state=1).fit(
            scaled, values).log_marginal_likelihood_value_


def main():
    points, values, asked = data()
    shapes = {'SquaredExponential': RBF, 'Matern52': lambda *scales: Matern(*scales, nu=2.5)}
    table = {
        'points': points.tolist(), 'values': values.tolist(), 'asked': asked.tolist(), 'spread': values.std(),
        'lengths': LENGTHS, 'amplitude': AMPLITUDE, 'noise': NOISE,
        'known': {name: known(shape, points, values, asked) for name, shape in shapes.items()},
        'learned': {name: learned(shape, points, values) for name, shape in shapes.items()},
    }
    with open(os.path.join(HERE, 'gaussian-process.json'), 'w') as out:
        json.dump(table, out, indent=1)
        out.write('\n')


main()
