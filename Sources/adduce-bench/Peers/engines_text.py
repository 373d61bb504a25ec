"""Search libraries, and programs that look through the whole file."""

import os
import shutil
import subprocess

from events import FIELDS, Engine, events


class Tantivy(Engine):
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


class Xapian(Engine):
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
            parts.append(x.Query(x.Query.OP_WILDCARD, q["prefix"], 0,
                                 x.Query.WILDCARD_LIMIT_ERROR, x.Query.OP_OR))
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


class Command(Engine):
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
