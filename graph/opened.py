"""A store as an analyst opens it: data frames, networks, names. The public interface of `graph`."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph.model.errors import QuestionError
from graph.model.schema import load_model
from graph.networks import chain_network, whole_network
from graph.questions import Trace, read_from, resolve_name, trace
from graph.stores import SQLITE, Store, open_built, url_of
from graph.tidy import (
    Column,
    TidyTable,
    evidence_table,
    link_table,
    mandate_table,
    missing_table,
    node_table,
    text_table,
)

if TYPE_CHECKING:
    import networkx
    import pandas

FILE = "mandates.sqlite"
VARIABLE = "MANDATES_STORE"
# Columns of these kinds may lack values and still count, compare and sum; others hold what they hold.
DTYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
LISTS = ("strings", "records")


def open_store(address: str | Path | None = None) -> OpenStore:
    """Open a store for reading: a file, or an address (sqlite:///…, neo4j://…).

    Without an address it is the one that the variable MANDATES_STORE names, else the file
    mandates.sqlite; a file in this folder, or in the nearest one above. Raises StoreError if it is
    not there, or nothing was built in it yet.
    """
    if address is None:
        address = _nearest(os.environ.get(VARIABLE) or FILE)
    return OpenStore(open_built(url_of(str(address))))


class OpenStore:
    """A store that was opened for reading, as tidy data frames and as networks.

    Names may be short: "3/2", "3/2#r", "item 4/2(c)", a symbol. `language` ("ar", "en", …) is that
    of titles, texts and quotations; where there is none in it, English or another is given.
    `records` is the store itself, which `graph.questions` ask. A context manager that closes itself.
    """

    def __init__(self, records: Store) -> None:
        self.records = records

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = self.records.manifest().get("counts", {})
        return f"<{self.records.url}: {', '.join(f'{n} {of}' for of, n in counts.items())}>"

    def close(self) -> None:
        """Let go of the file or the connection."""
        self.records.close()

    def source(self) -> str:
        """What the store was read from, for the foot of a figure: "digests of CTOC/COP/2006/14"."""
        return read_from(self.records)

    def find(self, name: str, body: str | None = None) -> str:
        """The id that a short name means; `body` ("untoc-cop") narrows the choice.

        Raises QuestionError if nothing or several nodes have this name; its `candidates` then hold
        their ids.
        """
        return resolve_name(self.records, name, body)

    def trace(self, name: str, depth: int = 2, body: str | None = None) -> Trace:
        """What a decision, a provision or a report set in motion, as `graph.questions` tells it.

        `depth` counts steps from a provision. Raises QuestionError as `find` does, or if nothing
        can follow from such a node.
        """
        return trace(self.records, self.find(name, body), depth)

    def nodes(self, type: str | None = None, language: str | None = "en") -> pandas.DataFrame:
        """A row for each node, by id: of one type ("provision"), or what all types have in common.

        With `language` None, a column for each language of a text (`text_ar`, `text_en`).
        """
        _expect(type, load_model().nodes, "type of node")
        return _frame(node_table(self.records, type, language), index="id")

    def links(
        self, relations: str | Collection[str] | None = None, language: str = "en"
    ) -> pandas.DataFrame:
        """A row for each link of a relation ("MANDATES"), of several or of all.

        Each has its basis, its confidence, the sentence that says it best, citation and link.
        """
        _expect(relations, load_model().relations, "relation")
        return _frame(link_table(self.records, relations, language))

    def evidence(self, relations: str | Collection[str] | None = None) -> pandas.DataFrame:
        """A row for each piece of evidence of the links of a relation, of several or of all."""
        _expect(relations, load_model().relations, "relation")
        return _frame(evidence_table(self.records, relations))

    def mandates(self, language: str = "en") -> pandas.DataFrame:
        """A row for each mandate, by id: who asked whom for what, by when, and what came of it.

        A point of a mandate names it in `within`: to count a provision with its points once, count
        the rows without. `followed` counts follow-up of points and of the provision above too.
        """
        return _frame(mandate_table(self.records, language), index="id")

    def texts(self) -> pandas.DataFrame:
        """A row for each text that was read, with its document, its language and its `source`."""
        return _frame(text_table(self.records))

    def missing(self, language: str = "en") -> pandas.DataFrame:
        """A row for each text that is not here, by id: session reports, documents and acts.

        `wanted` counts what refers to it or rests on it, for a session what was due at it.
        """
        return _frame(missing_table(self.records, language), index="id")

    def search(self, words: str, limit: int = 100) -> pandas.DataFrame:
        """The nodes one of whose texts, in any language, holds every word; best first."""
        import pandas

        found = self.records.search(words, limit)
        told = [(hit.node.id, hit.node.type, hit.field, hit.language, hit.text) for hit in found]
        return pandas.DataFrame(told, columns=["id", "type", "field", "language", "text"])

    def chain(
        self, name: str, depth: int = 2, body: str | None = None, language: str = "en"
    ) -> networkx.MultiDiGraph:
        """What a decision, a provision or a report set in motion, as a network.

        Every link goes the way the matter went, from the act onward, and is keyed by its relation.
        Nodes have `label`, `type`, `text`, `session`, `known`, …, provisions `status`, `citation`
        and `link`; links `reads`, `basis`, `confidence`, `quotation`, `evidence_source`,
        `citation` and `link`.
        Raises QuestionError as `trace` does.
        """
        return chain_network(self.records, self.trace(name, depth, body), language)

    def network(
        self,
        relations: Collection[str] | None = None,
        types: Collection[str] | None = None,
        body: str | None = None,
        language: str = "en",
    ) -> networkx.MultiDiGraph:
        """The graph, or the part with these relations, node types and body, as a network.

        Links are as the model has them: a report points at the decision that it is pursuant to.
        Raises QuestionError for a relation, a type or a body that there is not.
        """
        _expect(relations, load_model().relations, "relation")
        _expect(types, load_model().nodes, "type of node")
        return whole_network(self.records, relations, types, body, language)

    def onward(self, body: str | None = None, language: str = "en") -> networkx.MultiDiGraph:
        """Everything that led to something, links going the way matters went: all chains in one."""
        return whole_network(self.records, None, None, body, language, onward=True)


def _nearest(name: str) -> str:
    """A store by its name: notebooks run in a folder of their own, below that of the file."""
    file, here = url_of(name).removeprefix(SQLITE), Path.cwd()
    return next((str(at / file) for at in (here, *here.parents) if (at / file).is_file()), name)


def _expect(named: str | Collection[str] | None, declared: Collection[str], kind: str) -> None:
    """Refuse a name that is mistyped: the answer would look as if nothing of it were there."""
    for name in (named,) if isinstance(named, str) else named or ():
        if name not in declared:
            raise QuestionError(f"{name}: no {kind}; there are {', '.join(declared)}")


def _frame(table: TidyTable, index: str | None = None) -> pandas.DataFrame:
    import pandas

    rows = list(table.rows)
    frame = pandas.DataFrame(
        {
            column.name: pandas.Series([row[place] for row in rows], dtype=_dtype(column))
            for place, column in enumerate(table.columns)
        }
    )
    return frame.set_index(index) if index else frame


def _dtype(column: Column) -> str:
    return DTYPES.get(column.kind, "object" if column.kind in (*LISTS, "record") else "str")
