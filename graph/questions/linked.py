"""One link, by what makes it unique: for whoever was given its name and wants its evidence."""

from __future__ import annotations

from graph.model.errors import QuestionError
from graph.questions.steps import Link, Steps
from graph.stores import Store


def linked(store: Store, relation: str, source: str, target: str) -> Link:
    """The link of a relation between two nodes, with all its evidence.

    Raises QuestionError if there is none.
    """
    found = next(store.edges(relation, source=source, target=target), None)
    if found is None:
        raise QuestionError(
            f"{relation} from {source} to {target}: not in {store.url}; was the graph rebuilt?"
        )
    return Steps(store).link(found)
