#!/usr/bin/python3
"""Files of structure records read by Python's json and by pandas, timed on one core. Neither makes crystals of what it read.

Reads paths from standard input, one per line (.jsonl or .jsonl.gz). Writes one JSON object: versions, and for each file the seconds of
either reader, the rows, and the sum of all numbers of `xyz` and `lat`, by which the readers are compared.
"""
import gc
import gzip
import json
import sys
import time

import pandas


def lines(path):
    return gzip.open(path, "rt") if path.endswith(".gz") else open(path)


def read_json(path):
    with lines(path) as file:
        return [json.loads(line) for line in file]


def read_pandas(path):
    return pandas.read_json(path, lines=True)


def timed(read, path):
    """The better of two times, each with memory given back before, and what was read."""
    best = float("inf")
    for _ in range(2):
        rows = None
        gc.collect()
        begin = time.perf_counter()
        rows = read(path)
        best = min(best, time.perf_counter() - begin)
    return best, rows


def main():
    paths = [line.strip() for line in sys.stdin if line.strip()]
    answer = {"pandas": pandas.__version__, "python": sys.version.split()[0], "json_seconds": [], "pandas_seconds": [], "rows": [], "sums": []}
    for path in paths:
        seconds, rows = timed(read_json, path)
        answer["json_seconds"].append(seconds)
        answer["rows"].append(len(rows))
        answer["sums"].append(sum(sum(row["xyz"]) + sum(row["lat"]) for row in rows))
        del rows
        seconds, table = timed(read_pandas, path)
        assert len(table) == answer["rows"][-1]
        del table
        answer["pandas_seconds"].append(seconds)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
