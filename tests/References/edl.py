#!/usr/bin/python3
"""Writes tests/References/edl.json: trustworthiness, continuity and recall of a random map, ridge probes, and what principal components leave out, by scikit-learn.

Needs Debian 12's python3-sklearn 1.2.1.
"""
import json
import os

import numpy
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler
from sklearn.random_projection import GaussianRandomProjection

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    chance = numpy.random.default_rng(20261122)
    mixing = chance.normal(0, 1, (12, 12)) * (0.75 ** numpy.arange(12))
    rows = (chance.normal(0, 1, (160, 12)) @ mixing.T).round(4)
    target = (rows @ chance.normal(0, 1, 12) + chance.normal(0, 0.5, 160)).round(4)
    shown = GaussianRandomProjection(3, random_state=1).fit_transform(rows).round(5)
    near = [NearestNeighbors(n_neighbors=11).fit(data).kneighbors(data, return_distance=False)[:, 1:] for data in (rows, shown)]
    standard = StandardScaler().fit_transform(rows)
    probe = Ridge(alpha=1e-2 * len(rows)).fit(standard, target)
    left = {}
    for count in (2, 4, 8):
        components = PCA(count, svd_solver='full').fit(rows)
        left[count] = float(((rows - components.inverse_transform(components.transform(rows))) ** 2).mean())
    with open(os.path.join(HERE, 'edl.json'), 'w') as file:
        json.dump({
            'rows': rows.tolist(), 'target': target.tolist(), 'map': shown.tolist(),
            'trustworthiness': trustworthiness(rows, shown, n_neighbors=10), 'continuity': trustworthiness(shown, rows, n_neighbors=10),
            'recall10': float(numpy.mean([len(set(a) & set(b)) / 10 for a, b in zip(*near)])),
            'predicted': probe.predict(standard).tolist(), 'pcaLeftOut': left}, file)


if __name__ == '__main__':
    main()
