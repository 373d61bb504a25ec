#!/usr/bin/env python3
"""The million made-up events in other search engines, with the same queries.

    adduce-bench --export 1000000 events.jsonl
    python3 peers.py events.jsonl [--only sqlite,tantivy] [--each 50]

Reads the events (JSON lines) and the queries beside them (`events.jsonl.queries.json`), builds an index
in each engine that is there, and prints for every kind of query the median and the 99th percentile, in
milliseconds, of the first 50 events in the order of their dates, and then of the exact count. An engine
without an answer for a kind (a prefix, a phrase) has a dash. What is missing is said.

The events of the file are in the order of their dates, so that the order is that of their numbers. Dates
are asked for by the first possible day only, which is less than adduce answers.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

FIELDS = ("group", "place")


def events(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class Sqlite:
    """FTS5, rows in the order of dates (`ORDER BY rowid`), prefix indexes of one to three letters."""

    name = "SQLite FTS5"

    def __init__(self, folder):
        self.path = os.path.join(folder, "events.sqlite")

    def build(self, path):
        self.db = sqlite3.connect(self.path)
        self.db.executescript(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE event(id INTEGER PRIMARY KEY, first INT, last INT, "group" TEXT, place TEXT,
                               killed INT);
            CREATE VIRTUAL TABLE note USING fts5(text, content='', prefix='1 2 3');
            """
        )
        rows, notes = [], []

        def flush():
            self.db.executemany("INSERT INTO event VALUES (?,?,?,?,?,?)", rows)
            self.db.executemany("INSERT INTO note(rowid, text) VALUES (?,?)", notes)
            rows.clear()
            notes.clear()

        for e in events(path):
            rows.append((e["id"], e["first"], e["last"], e["group"], e["place"], e["killed"]))
            notes.append((e["id"], e["note"]))
            if len(rows) == 20000:
                flush()
        flush()
        for column in ("first", '"group"', "place", "killed"):
            self.db.execute(f"CREATE INDEX event_{column.strip(chr(34))} ON event({column})")
        self.db.commit()
        return self.path

    def query(self, q):
        match = [f'"{w}"' for w in q["words"]]
        if q.get("prefix"):
            match.append(f'"{q["prefix"]}"*')
        if q["phrase"]:
            match.append('"' + " ".join(q["phrase"]) + '"')
        where, values = [], []
        if match:
            where.append("note MATCH ?")
            values.append(" AND ".join(match))
        for field in FIELDS:
            if q.get(field):
                where.append(f'event."{field}" = ?')
                values.append(q[field])
        if q.get("from") is not None:
            where.append("event.first BETWEEN ? AND ?")
            values += [q["from"], q["to"]]
        if q.get("killedAbove") is not None:
            where.append("event.killed > ?")
            values.append(q["killedAbove"])
        source = "note" if match else "event"
        if match and len(where) > 1:
            source = "note CROSS JOIN event ON event.id = note.rowid"
        order = "note.rowid" if match else "event.id"
        tail = f"FROM {source} WHERE {' AND '.join(where)}"
        return (
            lambda: self.db.execute(
                f"SELECT {order} {tail} ORDER BY {order} LIMIT 50", values).fetchall(),
            lambda: self.db.execute(f"SELECT count(*) {tail}", values).fetchone()[0],
        )


class Tantivy:
    """tantivy from PyPI; the first 50 by a fast field that has the event's number."""

    name = "tantivy"

    def __init__(self, folder):
        import tantivy

        self.tantivy = tantivy
        self.path = os.path.join(folder, "tantivy")
        os.makedirs(self.path)

    def build(self, path):
        schema = self.tantivy.SchemaBuilder()
        schema.add_text_field("note", stored=False)
        for field in FIELDS:
            schema.add_text_field(field, stored=False, tokenizer_name="raw")
        for field in ("id", "first", "killed"):
            schema.add_integer_field(field, stored=False, indexed=True, fast=True)
        self.schema = schema.build()
        self.index = self.tantivy.Index(self.schema, path=self.path)
        writer = self.index.writer(200_000_000, 2)
        for e in events(path):
            values = {"note": e["note"], "group": e["group"], "place": e["place"], "id": e["id"]}
            for field in ("first", "killed"):
                if e[field] is not None:
                    values[field] = e[field]
            writer.add_document(self.tantivy.Document(**values))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        return self.path

    def query(self, q):
        terms = [f"+note:{w}" for w in q["words"]]
        if q["phrase"]:
            terms.append('+note:"' + " ".join(q["phrase"]) + '"')
        for field in FIELDS:
            if q.get(field):
                terms.append(f'+{field}:"{q[field]}"')
        if q.get("from") is not None:
            terms.append(f'+first:[{q["from"]} TO {q["to"]}]')
        if q.get("killedAbove") is not None:
            terms.append(f'+killed:[{q["killedAbove"] + 1} TO 100000]')
        parts = [self.index.parse_query(" ".join(terms), ["note"])] if terms else []
        if q.get("prefix"):
            # Its query parser takes prefixes in phrases only.
            parts.append(self.tantivy.Query.regex_query(self.schema, "note", q["prefix"] + ".*"))
        query = parts[0]
        if len(parts) > 1:
            query = self.tantivy.Query.boolean_query(
                [(self.tantivy.Occur.Must, part) for part in parts])
        return (
            lambda: self.searcher.search(
                query, 50, count=False, order_by_field="id", order=self.tantivy.Order.Asc),
            lambda: self.searcher.search(query, 1, count=True).count,
        )


class Xapian:
    """Xapian (python3-xapian), document numbers in the order of dates, no weights."""

    name = "Xapian"

    def __init__(self, folder):
        import xapian

        self.xapian = xapian
        self.path = os.path.join(folder, "xapian")

    def build(self, path):
        x = self.xapian
        db = x.WritableDatabase(self.path, x.DB_CREATE_OR_OVERWRITE)
        generator = x.TermGenerator()
        for e in events(path):
            doc = x.Document()
            generator.set_document(doc)
            generator.set_termpos(0)
            generator.index_text(e["note"])
            doc.add_boolean_term("XG" + e["group"])
            doc.add_boolean_term("XP" + e["place"])
            for slot, field in enumerate(("first", "killed")):
                if e[field] is not None:
                    doc.add_value(slot, x.sortable_serialise(e[field]))
            db.add_document(doc)
        db.commit()
        db.close()
        self.db = x.Database(self.path)
        return self.path

    def query(self, q):
        x = self.xapian
        parts = [x.Query(w) for w in q["words"]]
        if q.get("prefix"):
            parts.append(x.Query(x.Query.OP_WILDCARD, q["prefix"]))
        if q["phrase"]:
            parts.append(x.Query(x.Query.OP_PHRASE, q["phrase"]))
        for field, letter in (("group", "XG"), ("place", "XP")):
            if q.get(field):
                parts.append(x.Query(letter + q[field]))
        if q.get("from") is not None:
            parts.append(x.Query(x.Query.OP_VALUE_RANGE, 0, x.sortable_serialise(q["from"]),
                                 x.sortable_serialise(q["to"])))
        if q.get("killedAbove") is not None:
            parts.append(x.Query(x.Query.OP_VALUE_GE, 1,
                                 x.sortable_serialise(q["killedAbove"] + 1)))
        query = x.Query(x.Query.OP_AND, parts)

        def run(count, check):
            enquire = x.Enquire(self.db)
            enquire.set_weighting_scheme(x.BoolWeight())
            enquire.set_docid_order(x.Enquire.ASCENDING)
            enquire.set_query(query)
            return enquire.get_mset(0, count, check)

        return (
            lambda: [m.docid for m in run(50, 50)],
            lambda: run(0, self.db.get_doccount()).get_matches_estimated(),
        )


class Command:
    """A program that looks through the whole file; words and phrases only."""

    def __init__(self, folder):
        if not shutil.which(self.program):
            raise ImportError(self.program)

    def build(self, path):
        self.path = path
        return None

    def query(self, q):
        if any(q.get(k) is not None for k in ("prefix", "from", "group", "place", "killedAbove")):
            return None
        if len(q["words"]) > 1:
            return None
        text = " ".join(q["words"] + q["phrase"])

        def run(limit):
            with open(self.path, "rb") as lines:
                out = subprocess.run(self.arguments(text, limit), stdin=lines, capture_output=True)
            return len(out.stdout.splitlines()) if limit or self.lines else int(out.stdout or 0)

        return (lambda: run(50), lambda: run(None))


class Ripgrep(Command):
    name, program, lines = "ripgrep", "rg", False

    def arguments(self, text, limit):
        how = ["-m", str(limit)] if limit else ["-c"]
        return ["rg", "-i", "-w", "-F"] + how + [text, "-"]


class Fzf(Command):
    name, program, lines = "fzf --filter", "fzf", True

    def arguments(self, text, limit):
        return ["fzf", "--exact", "--no-sort", "--filter", f"'{text}"]


def size(path):
    if path is None:
        return 0
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(path) for f in fs)


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def row(name, columns):
    def pair(times):
        if not times:
            return f"{'-':>10} {'-':>9}"
        times = sorted(times)
        return f"{statistics.median(times):10.3f} {times[len(times) * 99 // 100]:9.3f}"

    print(f"{name:34}" + " ".join(pair(times) for times in columns), flush=True)


def measure(engine, queries, each, seconds):
    kinds = {}
    for q in queries:
        kinds.setdefault(q["kind"], []).append(q)
    print(f"{'ms: median, p99':34}{'first 50':>20} {'count':>20}")
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
        row(kind, (first, count))


def main():
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("events")
    reader.add_argument("--only", default="tantivy,sqlite,xapian,ripgrep,fzf")
    reader.add_argument("--each", type=int, default=200, help="how many queries of a kind")
    reader.add_argument("--seconds", type=float, default=20, help="at most so long for a kind")
    given = reader.parse_args()
    with open(given.events + ".queries.json", encoding="utf-8") as file:
        queries = json.load(file)
    engines = {"tantivy": Tantivy, "sqlite": Sqlite, "xapian": Xapian, "ripgrep": Ripgrep, "fzf": Fzf}
    for name in given.only.split(","):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(given.events) or ".") as folder:
            try:
                engine = engines[name](folder)
            except ImportError as problem:
                print(f"\n{engines[name].name}: missing ({problem})")
                continue
            start = time.perf_counter()
            path = engine.build(os.path.abspath(given.events))
            took = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            print(f"\n{engine.name}: built in {took:.1f} s, {size(path) / 1e6:.1f} MB, "
                  f"largest memory of this program so far {peak:.0f} MB")
            measure(engine, queries, given.each, given.seconds)


if __name__ == "__main__":
    sys.exit(main())
