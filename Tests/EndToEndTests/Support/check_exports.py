#!/usr/bin/env python3
"""What `adduce export` writes, held against each format's standard by programs that others wrote.

    python3 check_exports.py ADDUCE [--schemas FOLDER] [-- OPTIONS OF ADDUCE ...]

Python's csv module, geojson-pydantic, jsonschema, pyld, rispy, bibtexparser and followthemoney read the
files, and pandoc renders the dossier and reads the bibliographies. The JSON schemas of CSL and of the W3C
are fetched, or taken from a folder that has them under the same names. What is missing is said and
skipped. The options go to every export: `-- --casebook FOLDER`. All is done twice: so, and with the made-up
casebook of the tests, a copy of its article attached.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.request

CSL = "https://raw.githubusercontent.com/citation-style-language/schema/master/schemas/input/csl-data.json"
W3C = "https://raw.githubusercontent.com/web-platform-tests/wpt/master/annotation-model/definitions/"
CONTEXT = "https://www.w3.org/ns/anno.jsonld"


class Skipped(Exception):
    pass


class Bench:
    def __init__(self, adduce, options, schemas, work):
        self.adduce, self.options, self.schemas, self.work = adduce, options, schemas, work
        self.failures = 0
        # Not the reader's own library.
        self.environment = {
            **os.environ, "XDG_DATA_HOME": f"{work}/data", "XDG_CACHE_HOME": f"{work}/cache"}

    def adduce_does(self, *arguments):
        subprocess.run([self.adduce, *arguments], check=True, env=self.environment,
                       stdout=subprocess.DEVNULL)

    def export(self, name, *arguments):
        """The path of what an export writes."""
        path = self.work / name
        self.adduce_does("export", *arguments, "--output", str(path), *self.options)
        return path

    def schema(self, name, address):
        """A JSON file by its name: of the folder given, or fetched."""
        if self.schemas:
            path = self.schemas / name
            if not path.exists():
                raise Skipped(f"{path} is not there")
            return json.loads(path.read_text(encoding="utf-8"))
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                return json.load(answer)
        except OSError as problem:
            raise Skipped(f"{address}: {problem}") from problem

    def run(self, name, check):
        try:
            print(f"{name}: {check(self)}")
        except (Skipped, ImportError) as problem:
            print(f"{name}: skipped, {problem}")
        except Exception as problem:  # whatever a validator throws is its verdict
            self.failures += 1
            print(f"{name}: FAILED, {type(problem).__name__}: {str(problem)[:600]}")


def pandoc(*arguments):
    if not shutil.which("pandoc"):
        raise Skipped("pandoc is not installed")
    done = subprocess.run(["pandoc", *arguments], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        raise ValueError(f"pandoc {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def provenance(path):
    return json.loads(pathlib.Path(f"{path}.provenance.json").read_text(encoding="utf-8"))


def tables(bench):
    counts = []
    for kind in ["events", "groups", "people", "places", "relations", "themes", "sources",
                 "statements", "passages"]:
        path = bench.export(f"{kind}.csv", "csv", "--kind", kind)
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert len({len(row) for row in rows}) == 1, f"{kind}: rows of different lengths"
        assert len(rows) - 1 == provenance(path)["count"], kind
        for row in rows:
            for cell in row:
                bare = cell.lstrip()
                if bare and bare[0] in "=+-@":
                    float(bare)  # a number, or an error
        text = path.read_bytes()
        assert text.count(b"\r\n") == text.count(b"\n") == len(rows)
        counts.append(f"{len(rows) - 1} {kind}")
    return "csv.reader(strict): " + ", ".join(counts)


def lines(bench):
    path = bench.export("all.jsonl", "jsonl")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    first, last = records[0], records[-1]
    assert first["record"] == "provenance" and last["record"] == "end"
    assert first["count"] == len(records) - 2
    return f"{len(records) - 2} records, anchors {last['anchors']}"


def map_points(bench):
    from geojson_pydantic import FeatureCollection

    path = bench.export("events.geojson", "geojson")
    whole = json.loads(path.read_text(encoding="utf-8"))
    collection = FeatureCollection.model_validate(whole)
    assert len(collection.features) == whole["provenance"]["count"]
    placed = sum(feature.geometry is not None for feature in collection.features)
    return f"geojson-pydantic: {len(collection.features)} features, {placed} with a point"


def dossier(bench):
    works = bench.work / "works.json"
    path = bench.export("dossier.md", "markdown", "--bibliography", str(works))
    html = pandoc("--citeproc", "--fail-if-warnings", str(path), "-t", "html")
    text = path.read_text(encoding="utf-8")
    notes, cited = text.count("\n[^"), len(json.loads(works.read_text(encoding="utf-8")))
    if notes:  # Events of datasets have none: a line tells the row.
        assert html.count('role="doc-endnote"') + html.count('class="footnote-ref"') > notes
    assert html.count('class="csl-entry"') == cited, "a work cited is not among the works"
    return f"pandoc --citeproc: {notes} footnotes, {cited} works in the bibliography"


def csl(bench):
    import jsonschema

    path = bench.export("sources.csl.json", "csl")
    works = json.loads(path.read_text(encoding="utf-8"))
    read = json.loads(pandoc("-f", "csljson", "-t", "csljson", str(path)))
    assert len(read) == len(works) == provenance(path)["count"]
    schema = bench.schema("csl-data.json", CSL)
    jsonschema.validate(works, schema, cls=jsonschema.Draft7Validator)
    resting = bench.export("resting.csl.json", "csl", "--kind", "events")
    jsonschema.validate(json.loads(resting.read_text()), schema, cls=jsonschema.Draft7Validator)
    return f"csl-data.json and pandoc: {len(works)} works"


def bibtex(bench):
    import bibtexparser

    path = bench.export("sources.bib", "bibtex")
    library = bibtexparser.parse_file(str(path))
    assert not library.failed_blocks, library.failed_blocks
    for form in ["bibtex", "biblatex"]:
        assert len(json.loads(pandoc("-f", form, "-t", "csljson", str(path)))) == len(library.entries)
    return f"bibtexparser and pandoc (bibtex, biblatex): {len(library.entries)} entries"


def ris(bench):
    import rispy

    path = bench.export("sources.ris", "ris")
    with open(path, encoding="utf-8", newline="") as file:
        entries = rispy.load(file)
    assert len(entries) == provenance(path)["count"]
    assert not any("unknown_tag" in entry for entry in entries)
    return f"rispy: {len(entries)} references"


def annotations(bench):
    import jsonschema
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    names = ["annotations", "bodyTarget", "collections", "id", "otherProperties", "specificResource"]
    registry = Registry().with_resources(
        (f"{name}.json", Resource.from_contents(
            bench.schema(f"{name}.json", f"{W3C}{name}.json"), default_specification=DRAFT4))
        for name in names)

    def holds(value, *rules):
        for rule in rules:
            jsonschema.Draft4Validator(
                {"$ref": rule.replace("#", ".json#/definitions/")}, registry=registry,
                format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER).validate(value)

    path = bench.export("facts.jsonld", "annotations")
    collection = json.loads(path.read_text(encoding="utf-8"))
    page = collection["first"]
    holds(collection["@context"], "annotations#contextValueInArrayFound")
    holds(collection, "collections#annotationCollectionTypeValueFound", "collections#labelFound",
          "collections#totalFound", "collections#firstRequiredIfTotalMoreThanZero",
          "otherProperties#createdValidIfPresent", "otherProperties#generatorValidIfPresent")
    holds(page, "collections#annotationPageTypeValueFound", "collections#itemsFound",
          "collections#partOfFound", "collections#startIndexFound")
    for item in page["items"]:
        holds(item, "id#idValueFound", "annotations#annotationTypeValueFound",
              "annotations#motivationRecognizedIfPresent", "otherProperties#generatedValidIfPresent")
        for body in item["body"]:
            holds(body, "bodyTarget#textualBodyFound", "bodyTarget#formatValidIfPresent",
                  "otherProperties#purposeRecognizedIfPresent")
        for target in item["target"]:
            holds(target, "specificResource#specificeResourceDetected",
                  "specificResource#selectorDetected")
    assert collection["total"] == len(page["items"])
    return f"the W3C's schemas: {len(page['items'])} annotations"


def linked_data(bench):
    from pyld import jsonld

    context = bench.schema("anno.jsonld", CONTEXT)
    jsonld.set_document_loader(lambda address, options: {
        "contextUrl": None, "documentUrl": address, "document": context})
    path = bench.export("some.jsonld", "annotations", "--kind", "relations", "--kind", "passages")
    whole = json.loads(path.read_text(encoding="utf-8"))
    graph = jsonld.to_rdf(whole)["@default"]

    def count(predicate, value=None):
        return sum(triple["predicate"]["value"].endswith(predicate)
                   and (value is None or triple["object"]["value"].endswith(value))
                   for triple in graph)

    items = whole["first"]["items"]
    targets = sum(len(item["target"]) for item in items)
    assert count("#type", "oa#Annotation") == len(items)
    assert count("oa#hasTarget") == count("oa#hasSource") == targets
    assert count("oa#hasSelector") >= targets and count("oa#motivatedBy", "describing") == len(items)
    return f"pyld: {len(graph)} triples of {len(items)} annotations"


def follow_the_money(bench):
    from followthemoney import model
    from followthemoney.exc import InvalidData

    path = bench.export("all.ftm.json", "ftm")
    entities, ids = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            if len(entity.get(name)) < len(set(values)):
                raise InvalidData(f"{data['id']}: {name}: {values} became {entity.get(name)}")
        entities[entity.id] = entity
        ids.append(entity.id)
    assert len(ids) == len(entities), "an id stands twice"
    hanging = 0
    for entity in entities.values():
        entity.schema.validate(entity.to_dict())
        for prop, value in entity.itervalues():
            if prop.type.name != "entity":
                continue
            hanging += value not in entities
            assert entities[value].schema.is_a(prop.range), f"{entity.id}: {prop.name}: {value}"
    assert not hanging, f"{hanging} links hang"
    done = subprocess.run([pathlib.Path(sys.executable).parent / "ftm", "validate", "-i", str(path)],
                          capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == len(ids)
    schemata = sorted({entity.schema.name for entity in entities.values()})
    return f"followthemoney: {len(ids)} entities ({', '.join(schemata)})"


CHECKS = {
    "csv": tables, "jsonl": lines, "geojson": map_points, "markdown": dossier, "csl": csl,
    "bibtex": bibtex, "ris": ris, "annotations": annotations, "annotations as RDF": linked_data,
    "ftm": follow_the_money,
}


# Made-up rows as UCDP would give them: a range of deaths, works, one that names none, a place on the earth.
TABLE = """id,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,country,adm_1,where_coordinates,latitude,\
longitude,date_start,date_end,date_prec,best,low,high,source_article,source_original
17,2,4,Gull Brigade,5,Heron Brigade,Norland,North,Westdale,60.1,10.2,2013-01-10,2013-01-12,2,7,2,12,\
"\"\"Norland News,2013-01-13,Seven dead in Westdale\"\";\"\"The Gazette,2013-01-14,=Fighting & more\"\"",Police
18,3,4,Gull Brigade,9,Civilians,Norland,North,Eastdale,60.2,-10.3,2013-05-01,2013-05-01,1,0,0,3,R 2/5 2013,
19,1,4,Gull Brigade,6,Government of Norland,Norland,,,,,2014-02-01,2014-02-28,4,1,1,1,,
"""


def made_up(bench):
    """The same with the casebook of the tests, its fingerprints made, its article attached and a dataset
    beside it."""
    tests = pathlib.Path(__file__).resolve().parents[2]
    casebook = bench.work / "casebook"
    shutil.copytree(tests / "Fixtures/casebook", casebook)
    article = tests / "Fixtures/articles/doe-2020.txt"
    bench.options = ["--casebook", str(casebook), "--dataset", "ged-norland"]
    bench.environment["ADDUCE_CASEBOOK"] = str(casebook)
    bench.adduce_does("fingerprint", "doe-2020", str(article))
    bench.adduce_does("attach", str(article))
    table = bench.work / "ged251.csv"
    table.write_text(TABLE, encoding="utf-8")
    bench.adduce_does("import", str(table))


def main():
    given, options = sys.argv[1:], []
    if "--" in given:
        options = given[given.index("--") + 1:]
        given = given[:given.index("--")]
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("adduce")
    arguments.add_argument("--schemas", type=pathlib.Path)
    arguments.add_argument("--import", dest="files", nargs="*", default=[])
    given = arguments.parse_args(given)
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(given.adduce, options, given.schemas, pathlib.Path(work))
        for file in given.files:
            bench.adduce_does("import", file)
        for name, check in CHECKS.items():
            bench.run(name, check)
        made_up(bench)
        for name, check in CHECKS.items():
            bench.run(f"made up, {name}", check)
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()
