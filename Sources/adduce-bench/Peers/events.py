"""The events that `adduce-bench export` writes."""

import json

# Fields that a query may ask for by their whole value.
FIELDS = ("group", "place")


def events(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class Engine:
    """What every engine can: build itself from the file, and answer a query.

    `build` returns where its files are, or None; `query` gives two functions, for the first 50 events
    and for the number of all, or None where it has no answer.
    """

    def close(self):
        """Ends what runs outside this program."""
