#!/usr/bin/python3
"""Writes tests/References/projections.json: principal components and trustworthiness by scikit-learn, Pareto and calibration by numpy.

Needs Debian 12's python3-sklearn 1.2.1.
"""
import json
import os

import numpy
from sklearn.calibration import calibration_curve
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))


def points(chance):
    centers = chance.normal(0, 4, (4, 6))
    return numpy.vstack([center + chance.normal(0, 1, (30, 6)) for center in centers]).round(4)


def reliability(chance):
    """Uncertainties that are too small by a third."""
    actual = chance.normal(0, 2, 300).round(4)
    deviation = chance.uniform(0.2, 1, 300).round(4)
    predicted = (actual + 1.5 * deviation * chance.normal(0, 1, 300)).round(4)
    levels = numpy.arange(1, 100) / 100
    inside = numpy.abs(actual - predicted) / deviation
    observed = numpy.array([(inside <= stats.norm.ppf((1 + level) / 2)).mean() for level in levels])
    area = numpy.trapz(numpy.abs(observed - levels), levels)
    nll = -stats.norm.logpdf(actual, predicted, deviation).mean()
    return {'actual': actual.tolist(), 'predicted': predicted.tolist(), 'deviation': deviation.tolist(), 'observed': observed.round(9).tolist(),
            'area': area, 'sharpness': numpy.sqrt((deviation ** 2).mean()), 'nll': nll}


def classes(chance):
    probability = chance.uniform(0, 1, 400).round(4)
    happened = (chance.uniform(0, 1, 400) < probability ** 1.7).astype(int)
    shares, means = calibration_curve(happened, probability, n_bins=10)
    edges = numpy.linspace(0, 1, 11)
    place = numpy.clip(numpy.searchsorted(edges[1:-1], probability), 0, 9)
    weights = numpy.bincount(place, minlength=10) / len(probability)
    return {'probability': probability.tolist(), 'happened': happened.tolist(), 'shares': shares.tolist(), 'means': means.tolist(),
            'ece': float((weights * numpy.abs(shares - means)).sum()), 'brier': float(((probability - happened) ** 2).mean())}


def front(chance):
    """Two objectives, both least wanted; hypervolume by summing the rectangles below the reference (6, 6)."""
    values = chance.uniform(0, 5, (60, 2)).round(2)
    best = [i for i, p in enumerate(values) if not any((q <= p).all() and (q < p).any() for q in values)]
    grid = numpy.linspace(0, 6, 3001)
    steps = numpy.array([min([values[i, 1] for i in best if values[i, 0] <= x], default=6) for x in (grid[1:] + grid[:-1]) / 2])
    return {'values': values.tolist(), 'front': best, 'hypervolume': float(((6 - numpy.minimum(steps, 6)) * numpy.diff(grid)).sum())}


def main():
    chance = numpy.random.default_rng(20261121)
    data = points(chance)
    components = PCA(2, svd_solver='full').fit(data)
    projected = components.transform(data)
    mapped = TSNE(2, perplexity=20, init='pca', random_state=1, method='exact').fit_transform(data)
    with open(os.path.join(HERE, 'projections.json'), 'w') as file:
        json.dump({
            'points': data.tolist(), 'pca': projected.round(7).tolist(), 'variance': components.explained_variance_ratio_.tolist(),
            'pcaTrust': trustworthiness(data, projected, n_neighbors=7), 'tsneTrust': trustworthiness(data, mapped, n_neighbors=7),
            'reliability': reliability(chance), 'classes': classes(chance), 'front': front(chance)}, file)


if __name__ == '__main__':
    main()
