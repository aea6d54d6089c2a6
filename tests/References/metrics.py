#!/usr/bin/python3
"""Writes tests/References/metrics.csv: measures of seeded predictions as scikit-learn and scipy compute them.

Needs Debian 12's python3-sklearn 1.2.1 and python3-scipy 1.10.1. One row per measure; `columns` says which columns of which case.
The columns themselves are in metrics-columns.csv, probabilities of classes in metrics-probabilities.csv.
"""
import csv
import os

import numpy
from scipy import stats
from sklearn import metrics

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = '# {} Origin: metrics.py with scikit-learn 1.2.1, scipy 1.10.1, numpy 1.24.2.\n'


def columns():
    chance = numpy.random.default_rng(20261120)
    actual = chance.normal(100, 30, 60).round(3)
    predicted = (actual + chance.normal(2, 8, 60)).round(3)
    tied_actual, tied_predicted = chance.integers(1, 8, 40), chance.integers(1, 8, 40)
    labels = chance.integers(0, 3, 80)
    guessed = numpy.where(chance.random(80) < 0.7, labels, chance.integers(0, 3, 80))
    return {
        'smooth': (predicted, actual), 'tied': (tied_predicted, tied_actual),
        'three-classes': (guessed, labels), 'two-classes': ((guessed > 0).astype(int), (labels > 0).astype(int)),
    }


def regression(predicted, actual):
    yield 'mae', metrics.mean_absolute_error(actual, predicted)
    yield 'rmse', metrics.mean_squared_error(actual, predicted, squared=False)
    yield 'r2', metrics.r2_score(actual, predicted)
    yield 'mape', metrics.mean_absolute_percentage_error(actual, predicted)
    yield 'max', metrics.max_error(actual, predicted)
    yield 'pearson', stats.pearsonr(actual, predicted)[0]
    yield 'spearman', stats.spearmanr(actual, predicted)[0]
    for level in (0.9, 0.95, 0.99):
        lower, upper = stats.t.interval(level, len(actual) - 1, loc=numpy.mean(actual), scale=stats.sem(actual))
        yield f't-lower-{level}', lower
        yield f't-upper-{level}', upper
    bootstrap = stats.bootstrap(
        (predicted, actual), lambda p, a, axis: numpy.abs(p - a).mean(axis=axis), paired=True, vectorized=True,
        n_resamples=100_000, method='percentile', random_state=1)
    yield 'bootstrap-mae-lower', bootstrap.confidence_interval.low
    yield 'bootstrap-mae-upper', bootstrap.confidence_interval.high


def classification(predicted, actual):
    yield 'accuracy', metrics.accuracy_score(actual, predicted)
    yield 'balanced-accuracy', metrics.balanced_accuracy_score(actual, predicted)
    yield 'matthews', metrics.matthews_corrcoef(actual, predicted)
    table = metrics.confusion_matrix(actual, predicted)
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(actual, predicted)
    for label in range(len(table)):
        yield f'precision-{label}', precision[label]
        yield f'recall-{label}', recall[label]
        yield f'f1-{label}', f1[label]
        for other in range(len(table)):
            yield f'count-{label}-{other}', table[label, other]


def probabilities():
    """Probabilities of two and of three classes, rounded so that some are tied."""
    chance = numpy.random.default_rng(20261121)
    for classes in (2, 3):
        actual = chance.integers(0, classes, 70)
        scores = numpy.exp(chance.normal(0, 1, (70, classes)) + 1.2 * numpy.eye(classes)[actual])
        shares = (scores / scores.sum(1, keepdims=True)).round(2)
        shares[:, -1] = (1 - shares[:, :-1].sum(1)).round(2)
        yield f'{classes}-probabilities', actual, numpy.clip(shares, 0, 1)


def probable(actual, shares):
    guessed = shares.argmax(1)
    two = shares.shape[1] == 2
    yield 'accuracy', metrics.accuracy_score(actual, guessed)
    yield 'balanced-accuracy', metrics.balanced_accuracy_score(actual, guessed)
    yield 'f1', metrics.f1_score(actual, guessed, average='binary' if two else 'macro')
    one_hot = numpy.eye(shares.shape[1])[actual]
    yield 'roc-auc', metrics.roc_auc_score(actual, shares[:, 1]) if two else metrics.roc_auc_score(one_hot, shares, average='macro')
    yield 'log-loss', -numpy.log(numpy.maximum(shares[numpy.arange(len(actual)), actual], 1e-15)).mean()


def main():
    cases = columns()
    with open(os.path.join(HERE, 'metrics-probabilities.csv'), 'w', newline='') as file:
        file.write(HEADER.format('Probabilities of classes, by case.'))
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['case', 'actual', 'p0', 'p1', 'p2'])
        for case, actual, shares in probabilities():
            writer.writerows([case, a, *row, *[''] * (3 - len(row))] for a, row in zip(actual, shares))
    with open(os.path.join(HERE, 'metrics-columns.csv'), 'w', newline='') as file:
        file.write(HEADER.format('Predicted and actual values, by case.'))
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['case', 'predicted', 'actual'])
        writer.writerows([case, p, a] for case, (predicted, actual) in cases.items() for p, a in zip(predicted, actual))
    with open(os.path.join(HERE, 'metrics.csv'), 'w', newline='') as file:
        file.write(HEADER.format('Measures of metrics-columns.csv.'))
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(['case', 'measure', 'value'])
        for case, pair in cases.items():
            measures = classification if 'classes' in case else regression
            writer.writerows([case, name, f'{value:.12g}'] for name, value in measures(*pair))
        for case, actual, shares in probabilities():
            writer.writerows([case, name, f'{value:.12g}'] for name, value in probable(actual, shares))


if __name__ == '__main__':
    main()
