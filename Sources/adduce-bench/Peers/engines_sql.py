"""Databases with an index of words."""

import glob
import io
import os
import pwd
import shutil
import sqlite3
import subprocess

from events import FIELDS, Engine, events


def conditions(q, mark, table=""):
    """What a query asks of the columns, as conditions of SQL with marks for their values."""
    where, values = [], []
    for field in FIELDS:
        if q.get(field):
            where.append(f'{table}"{field}" = {mark}')
            values.append(q[field])
    if q.get("from") is not None:
        where.append(f"{table}first BETWEEN {mark} AND {mark}")
        values += [q["from"], q["to"]]
    if q.get("killedAbove") is not None:
        where.append(f"{table}killed > {mark}")
        values.append(q["killedAbove"])
    return where, values


class Sqlite(Engine):
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
        where, values = conditions(q, "?", "event.")
        if match:
            where.insert(0, "note MATCH ?")
            values.insert(0, " AND ".join(match))
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


class Postgres(Engine):
    """PostgreSQL's GIN over words as they are (`simple`), in a cluster of its own that goes with the folder.

    It will not run as root, so root lends it to the account that Debian's package made.
    """

    name = "PostgreSQL GIN"

    def __init__(self, folder):
        import psycopg2

        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not found:
            raise ImportError("/usr/lib/postgresql")
        self.psycopg2, self.programs, self.folder = psycopg2, found[-1], folder
        self.path = os.path.join(folder, "cluster")
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            os.chmod(folder, 0o755)
            shutil.chown(folder, self.user)

    def run(self, program, *arguments):
        lent = ["runuser", "-u", self.user, "--"] if os.getuid() == 0 else []
        command = lent + [os.path.join(self.programs, program), "-D", self.path, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def build(self, path):
        self.run("initdb", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
        self.run(
            "pg_ctl", "-w", "-l", os.path.join(self.path, "log"), "-o",
            f"-k {self.folder} -h '' -c fsync=off -c synchronous_commit=off -c shared_buffers=512MB "
            "-c maintenance_work_mem=512MB -c work_mem=64MB", "start")
        self.db = self.psycopg2.connect(host=self.folder, dbname="postgres", user=self.user)
        self.db.autocommit = True
        self.cursor = self.db.cursor()
        self.cursor.execute(
            """
            CREATE UNLOGGED TABLE event(id int PRIMARY KEY, first int, "group" text, place text,
                                        killed int, note tsvector);
            CREATE TEMP TABLE line(id int, first int, "group" text, place text, killed int, note text);
            """
        )
        rows = io.StringIO()

        def flush():
            rows.seek(0)
            self.cursor.copy_from(rows, "line", null="")
            rows.seek(0)
            rows.truncate()

        for number, e in enumerate(events(path)):
            values = (e[k] for k in ("id", "first", "group", "place", "killed", "note"))
            rows.write("\t".join("" if v is None else str(v) for v in values) + "\n")
            if number % 20000 == 19999:
                flush()
        flush()
        self.cursor.execute(
            """INSERT INTO event SELECT id, first, "group", place, killed, to_tsvector('simple', note)
               FROM line ORDER BY id"""
        )
        self.cursor.execute("DROP TABLE line")
        for column in ("first", '"group"', "place", "killed"):
            self.cursor.execute(f"CREATE INDEX ON event({column})")
        self.cursor.execute("CREATE INDEX ON event USING gin(note)")
        self.cursor.execute("VACUUM ANALYZE event")
        return os.path.join(self.path, "base")

    def close(self):
        self.db.close()
        self.run("pg_ctl", "-m", "immediate", "stop")

    def query(self, q):
        match = list(q["words"])
        if q.get("prefix"):
            match.append(q["prefix"] + ":*")
        if q["phrase"]:
            match.append("(" + " <-> ".join(q["phrase"]) + ")")
        where, values = conditions(q, "%s")
        if match:
            where.insert(0, "note @@ to_tsquery('simple', %s)")
            values.insert(0, " & ".join(match))
        tail = f"FROM event WHERE {' AND '.join(where)}"

        def ask(statement):
            self.cursor.execute(statement, values)
            return self.cursor.fetchall()

        return (
            lambda: ask(f"SELECT id {tail} ORDER BY id LIMIT 50"),
            lambda: ask(f"SELECT count(*) {tail}")[0][0],
        )
