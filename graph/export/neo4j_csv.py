"""CSV files for `neo4j-admin database import full`: the whole copy, faster than any load.

The form is that of the Neo4j Operations Manual, "Import: CSV header format". A file holds the
nodes or the relations of one type; `import.txt` holds the arguments that go with them. A list whose
one entry is an empty text cannot be told from an empty list there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from graph.export.formats import Format, Written
from graph.model.content import Tally
from graph.model.cypher import OWNED, node_label
from graph.model.errors import StoreError
from graph.questions.standing import all_standing
from graph.stores import Store
from graph.stores.neo4j.copied import documents_of, rows_beside
from graph.stores.neo4j.kept import MANIFEST, manifest_row
from graph.stores.neo4j.rows import Row, edge_row, labels_of, node_row, to_json

ARGUMENTS = "import.txt"
LOADED = "neo4j-csv"  # what wrote the copy; a load that follows puts its own name there
LABELS, TYPE, START, END = ":LABEL", ":TYPE", ":START_ID", ":END_ID"
# Between the entries of a list, where nothing can be escaped: a character that no text has. Text
# taken from PDF files may hold any of them, hence a choice.
SEPARATORS = "\x1f\x1e\x1d\x1c\x01\x02\x03\x04\x05\x06"
TYPES = ((bool, "boolean"), (int, "long"), (float, "double"), (str, "string"))
BUFFER = 4 * 2**20  # characters, what the import takes by itself; a line must fit into it
ABOUT = """\
# Arguments for Neo4j's import, of version 5 or newer. In this folder, as the user that the server
# runs as, while it is stopped:
#     neo4j-admin database import full @{arguments} --overwrite-destination neo4j
# Then start it, and make its constraints and indexes with the statements of `mandates schema`.
{files}
--array-delimiter=U+{separator:04X}
--multiline-fields=true
--read-buffer-size={buffer}
--bad-tolerance=0
"""


@dataclass(slots=True)
class Survey:
    """What the files have to provide for, known when every row was seen once."""

    columns: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    separators: set[str] = field(default_factory=lambda: set(SEPARATORS))

    def see(self, file: str, row: Row) -> None:
        """Take note of the columns of a row, and of what its lists hold."""
        columns = self.columns[file]
        for name, value in row.items():
            entries = value if isinstance(value, list) else (value,)
            kind = next((_kind(entry) for entry in entries), "string")
            if name not in columns or kind == "double":
                columns[name] = f"{kind}[]" if isinstance(value, list) else kind
            if isinstance(value, list):
                self.separators -= {
                    one for one in self.separators if one in "".join(map(str, value))
                }


def write(store: Store, folder: Path, language: str) -> Written:
    """Write a file for each type of node and relation, and the arguments of the import.

    Every language is there; a text that is held in several is cited in the one given. The store is
    read twice: only then is known which columns there are. Raises StoreError if no character is
    left to stand between the entries of lists.
    """
    survey = Survey()
    for file, row in _rows(store, language):
        survey.see(file, row)
    if not survey.separators:
        raise StoreError(f"{store.url}: no character is left to stand between entries of lists")
    separator = min(survey.separators, key=SEPARATORS.index)
    paths = {file: folder / f"{file}.csv" for file in survey.columns}
    with ExitStack() as opened:
        files: dict[str, IO[str]] = {}
        for file, columns in survey.columns.items():
            files[file] = opened.enter_context(
                paths[file].open("w", encoding="utf-8", newline="\n")
            )
            files[file].write(_line(_header(columns), separator))
        longest = 0
        for file, row in _rows(store, language):
            line = _line((row.get(name) for name in survey.columns[file]), separator)
            files[file].write(line)
            longest = max(longest, len(line))
    arguments = folder / ARGUMENTS
    arguments.write_text(_arguments(paths, separator, longest), encoding="utf-8")
    return Written((*paths.values(), arguments))


def _rows(store: Store, language: str) -> Iterator[tuple[str, Row]]:
    """Every row of the copy, with the name of the file that it goes into."""
    tally, stands = Tally(), all_standing(store, language)
    for place, node in enumerate(tally.nodes(store.nodes())):
        labels: Row = {LABELS: list(labels_of(node.id, node.type))}
        row = labels | node_row(node, place, stands.get(node.id))
        yield f"nodes-{node_label(node.type)}", row | {"loaded": LOADED}
    documents = documents_of(store)
    for place, edge in enumerate(tally.edges(store.edges())):
        ends = {TYPE: edge.type, START: edge.source, END: edge.target}
        row = ends | edge_row(edge, place, documents)
        yield f"relations-{edge.type}", row | {"loaded": LOADED}
    for label, rows in rows_beside(store).items():
        # A kept answer may be longer than a line that the import takes; it can be found again.
        for row in rows if label != "Answer" else ():
            yield f"nodes-{label}", {LABELS: [label, OWNED], **row, "loaded": LOADED}
    record, content = to_json(dict(store.manifest())), tally.content().hash
    row = manifest_row(state="complete", content=content, record=record, loaded=LOADED)
    yield f"nodes-{MANIFEST}", {LABELS: [MANIFEST, OWNED], **row}


def _kind(entry: object) -> str:
    return next(name for python, name in TYPES if isinstance(entry, python))


def _header(columns: Mapping[str, str]) -> Iterator[str]:
    for name, kind in columns.items():
        # Only the nodes of the graph have ids, and only they have relations.
        yield name if name.startswith(":") else "id:ID" if name == "id" else f"{name}:{kind}"


def _line(values: Iterable[Any], separator: str) -> str:
    return ",".join(_field(value, separator) for value in values) + "\n"


def _field(value: Any, separator: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = separator.join(_unquoted(entry) for entry in value)
    return '"' + _unquoted(value).replace('"', '""') + '"'


def _unquoted(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _arguments(paths: Mapping[str, Path], separator: str, longest: int) -> str:
    buffer = max(BUFFER, longest * 3 // 2)
    kinds = {"nodes": "--nodes", "relations": "--relationships"}
    files = "\n".join(f"{kinds[file.partition('-')[0]]}={paths[file].name}" for file in paths)
    told = {"arguments": ARGUMENTS, "files": files, "separator": ord(separator), "buffer": buffer}
    return ABOUT.format(**told)


FORMAT = Format("neo4j-csv", "files for neo4j-admin database import, and its arguments", write)
