#!/usr/bin/env python3
"""The million made-up events in other search engines, with the same queries.

    adduce-bench peers 1000000 FOLDER
    python3 peers.py FOLDER [--only sqlite,tantivy] [--each 50]

The first writes the events, the queries, and what adduce's index took for them. The second builds an
index of the events in each engine that is there, and prints for every kind of query the median and the
99th percentile, in milliseconds, of the first 50 events in the order of their dates, how many times
adduce's median and 99th percentile that is, and the same two of the exact count. An engine without an
answer for a kind (a prefix, a phrase) has a dash. What is missing is said.

The events of the file are in the order of their dates, so that the order is that of their numbers. Dates
are asked for by the first possible day only, which is less than adduce answers. adduce's building time
has in it that the events are made, the others' that the file is read.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time

from engines_sql import Postgres, Sqlite
from engines_text import Fzf, Ripgrep, Tantivy, Xapian
from events import events

ENGINES = {
    "tantivy": Tantivy,
    "xapian": Xapian,
    "sqlite": Sqlite,
    "postgres": Postgres,
    "ripgrep": Ripgrep,
    "fzf": Fzf,
}


def size(path):
    if path is None:
        return 0
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(path) for f in fs) \
        or os.path.getsize(path)


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def spread(times):
    """The median and the 99th percentile."""
    times = sorted(times)
    return statistics.median(times), times[len(times) * 99 // 100]


def row(kind, first, count, ours):
    if not first:
        print(f"{kind:34}{'-':>10}")
        return
    (middle, last), (ourMiddle, ourLast) = spread(first), ours
    counted = "".join(f"{value:10.3f}" for value in spread(count))
    print(
        f"{kind:34}{middle:10.3f}{last:10.3f}{middle / ourMiddle:9.1f} x{last / ourLast:8.1f} x{counted}",
        flush=True,
    )


def measure(engine, queries, ours, each, seconds):
    kinds = {}
    for q in queries:
        kinds.setdefault(q["kind"], []).append(q)
    print(f"{'ms: median, p99':34}{'first 50':>20}{'times adduce':>21}{'count':>20}")
    for kind, some in kinds.items():
        first, count, until = [], [], time.time() + seconds
        for q in some[:each]:
            asked = engine.query(q)
            if asked is None:
                break
            first.append(milliseconds(asked[0]))
            count.append(milliseconds(asked[1]))
            if time.time() > until:
                break
        row(kind, first, count, ours[kind])


def main():
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("folder")
    reader.add_argument("--only", default=",".join(ENGINES))
    reader.add_argument("--each", type=int, default=200, help="how many queries of a kind")
    reader.add_argument("--seconds", type=float, default=5, help="at most so long for a kind")
    given = reader.parse_args()
    path = os.path.abspath(os.path.join(given.folder, "events.jsonl"))
    with open(os.path.join(given.folder, "queries.json"), encoding="utf-8") as file:
        queries = json.load(file)
    with open(os.path.join(given.folder, "adduce.json"), encoding="utf-8") as file:
        ours = json.load(file)
    start = time.perf_counter()
    for _ in events(path):
        pass
    reading = time.perf_counter() - start
    print(f"adduce: built in {ours['built']:.1f} s, {ours['bytes'] / 1e6:.1f} MB; "
          f"the file of events is read in {reading:.1f} s")
    for name in given.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            try:
                engine = ENGINES[name](folder)
            except ImportError as problem:
                print(f"\n{ENGINES[name].name}: missing ({problem})")
                continue
            try:
                start = time.perf_counter()
                place = engine.build(path)
                took = time.perf_counter() - start
                print(f"\n{engine.name}: built in {took:.1f} s ({took / ours['built']:.1f} x adduce), "
                      f"{size(place) / 1e6:.1f} MB")
                measure(engine, queries, ours["first"], given.each, given.seconds)
            finally:
                engine.close()


if __name__ == "__main__":
    sys.exit(main())
