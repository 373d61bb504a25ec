"""Makes the files of this folder, and the locations of the casebook's places, from public gazetteers.

    python3 Data/geo/make.py FOLDER

FOLDER holds countries-110m.geojson, countries-50m.geojson, admin1-afg.geojson, admin1-pak.geojson (Natural Earth,
public domain) and places-af-pk.jsonl (GeoNames, CC BY 4.0). The same files give the same bytes. README.md beside
this script says what is written.
"""

import json
import math
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASEBOOK = HERE.parent / "khorasan"
# Thousandths of a degree: no line is moved by more than so much when points are left out.
WORLD, COUNTRIES, PROVINCES = 120, 25, 8
# A town below this population has no place on a map of the terminal, unless events stand there.
SMALLEST_TOWN = 20_000
# The Natural Earth files call these otherwise than their people and the casebook do.
NAMES = {"PK-GB": "Gilgit-Baltistan", "PK-KP": "Khyber Pakhtunkhwa", "PK-TA": "FATA", "PK-BA": "Balochistan",
         "PK-SD": "Sindh", "PK-IS": "Islamabad", "AF-JOW": "Jowzjan", "AF-HER": "Herat", "AF-PIA": "Paktia",
         "AF-PKA": "Paktika", "AF-HEL": "Helmand", "AF-SAR": "Sar-i-Pul", "AF-NIM": "Nimruz"}
# The two codes stand for each other's province there.
SWAPPED = {"Paktya": "AF-PIA", "Paktika": "AF-PKA"}


def rings(feature):
    shape = feature["geometry"]
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            points = [(round(x * 1000), round(y * 1000)) for x, y, *_ in ring]
            kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(kept) > 3:
                yield kept


def arcs(features):
    """Lines between the points where three or more areas meet, each once, and how many areas it bounds."""
    neighbours, uses = {}, {}
    for feature in features:
        for ring in rings(feature):
            for a, b in zip(ring, ring[1:]):
                neighbours.setdefault(a, set()).add(b)
                neighbours.setdefault(b, set()).add(a)
                edge = (min(a, b), max(a, b))
                uses[edge] = uses.get(edge, 0) + 1
    lines, done = [], set()

    def count(a, b):
        return uses[(min(a, b), max(a, b))]

    def is_node(point):
        around = neighbours[point]
        return len(around) != 2 or len({count(point, other) for other in around}) > 1

    def follow(start, second):
        line = [start, second]
        done.add((min(start, second), max(start, second)))
        while not is_node(line[-1]) and line[-1] != start:
            following = [p for p in neighbours[line[-1]] if p != line[-2]]
            if not following:
                break
            edge = (min(line[-1], following[0]), max(line[-1], following[0]))
            if edge in done:
                break
            done.add(edge)
            line.append(following[0])
        lines.append((count(start, second), line))

    for point in sorted(neighbours):
        if is_node(point):
            for other in sorted(neighbours[point]):
                if (min(point, other), max(point, other)) not in done:
                    follow(point, other)
    for point in sorted(neighbours):
        for other in sorted(neighbours[point]):
            if (min(point, other), max(point, other)) not in done:
                follow(point, other)
    return lines


def simplified(line, tolerance):
    """Douglas and Peucker: leaves out points that lie within the tolerance of the line without them."""
    if line[0] == line[-1] and len(line) > 3:
        far = max(range(len(line)), key=lambda i: (math.dist(line[i], line[0]), -i))
        return simplified(line[:far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        length = math.hypot(bx - ax, by - ay)
        worst, at = tolerance, None
        for index in range(first + 1, last):
            x, y = line[index]
            away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else math.hypot(x - ax, y - ay)
            if away > worst:
                worst, at = away, index
        if at is not None:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[index] for index in sorted(keep)]


def centre(feature):
    """The centroid of the largest ring, and how wide it is; where that lies outside, the middle of the ring at its latitude."""
    def area(ring):
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2

    ring = max(rings(feature), key=lambda r: abs(area(r)))
    whole = area(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / (6 * whole)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / (6 * whole)
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in zip(ring, ring[1:]) if (a[1] <= y) != (b[1] <= y))
    spans = list(zip(crossings[::2], crossings[1::2]))
    if spans and not any(low <= x <= high for low, high in spans):
        low, high = max(spans, key=lambda span: span[1] - span[0])
        x = (low + high) / 2
    return round(y), round(x), max(p[0] for p in ring) - min(p[0] for p in ring)


def plain(name):
    """A name without the marks of a scholarly romanisation: Jalālābād as Jalalabad."""
    parts = unicodedata.normalize("NFD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("‘", "").replace("’", "").replace("ʼ", "")


def write_lines(path, what, lines, tolerance, least):
    with open(path, "w") as file:
        file.write(f"adduce-geo 1\n# {what}\n")
        for borders, line in lines:
            line = simplified(line, tolerance)
            wide = max(x for x, _ in line) - min(x for x, _ in line)
            high = max(y for _, y in line) - min(y for _, y in line)
            # Islands too small to be seen.
            if line[0] == line[-1] and max(wide, high) < least:
                continue
            numbers = [line[0][0], line[0][1]]
            for (ax, ay), (bx, by) in zip(line, line[1:]):
                numbers += [bx - ax, by - ay]
            file.write(f"line {'border' if borders > 1 else 'coast'} {' '.join(map(str, numbers))}\n")


def main(folder):
    def features(name):
        return json.loads((folder / name).read_text())["features"]

    world, countries = features("countries-110m.geojson"), features("countries-50m.geojson")
    write_lines(HERE / "world.txt", "Natural Earth, 1:110 million, public domain", arcs(world), WORLD, 0)
    write_lines(HERE / "countries.txt", "Natural Earth, 1:50 million, public domain", arcs(countries), COUNTRIES, 120)
    inner, areas = [], []
    for feature in countries:
        areas.append(("country", feature["properties"]["iso3"], *centre(feature), feature["properties"]["name"]))
    for name in ["admin1-afg.geojson", "admin1-pak.geojson"]:
        merged = {}
        for feature in features(name):
            code = SWAPPED.get(feature["properties"]["NAME_1"], feature["properties"]["ISO"])
            called = NAMES.get(code, feature["properties"]["NAME_1"])
            area = ("province", code, *centre(feature), called)
            # Two outlines stand there under the name of the province that they were taken from in 2004, Panjshir
            # and Daykundi: both lie north of it, and get no name.
            if code not in merged or area[2] < merged[code][2]:
                merged[code] = area
        areas += merged.values()
        # The outer border is that of the countries' file.
        inner += [(2, line) for borders, line in arcs(features(name)) if borders > 1]
    write_lines(HERE / "provinces.txt", "Natural Earth, first-order divisions, public domain", inner, PROVINCES, 0)
    places = [json.loads(line) for line in (folder / "places-af-pk.jsonl").read_text().splitlines()]
    wanted = {entry[2] for entry in table() if entry[1] == "geonames"}
    with open(HERE / "names.txt", "w") as file:
        file.write("adduce-geo 1\n# Natural Earth, public domain; towns of GeoNames, CC BY 4.0\n")
        for area in sorted(areas):
            file.write(" ".join(map(str, area)) + "\n")
        for place in sorted(places, key=lambda p: (-p["population"], p["geonameid"])):
            if place["population"] >= SMALLEST_TOWN or str(place["geonameid"]) in wanted:
                latitude, longitude = round(place["latitude"] * 1000), round(place["longitude"] * 1000)
                file.write(f"town {place['geonameid']} {latitude} {longitude} {place['population']} {plain(place['name'])}\n")
    locate(areas, places)


def table():
    """The rows of casebook-places.txt."""
    for line in (HERE / "casebook-places.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def locate(areas, places):
    known = {("natural-earth", area[1]): (area[2], area[3]) for area in areas}
    known |= {("geonames", str(p["geonameid"])): (round(p["latitude"] * 1000), round(p["longitude"] * 1000)) for p in places}
    sources = {"natural-earth": "Natural Earth", "geonames": "GeoNames"}
    (CASEBOOK / "locations").mkdir(exist_ok=True)
    with open(CASEBOOK / "locations" / "gazetteers.yaml", "w") as file:
        file.write("# Written by Data/geo/make.py from Data/geo/casebook-places.txt. GeoNames is CC BY 4.0, Natural Earth public domain.\n")
        for place, source, key, precision in table():
            latitude, longitude = known[(source, key)]
            file.write(
                f"- place: {place}\n  latitude: {latitude / 1000}\n  longitude: {longitude / 1000}\n"
                f"  precision: {precision}\n  from: {sources[source]} {key}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
