"""Working groups under their changing names, told by the matter that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.folding import fold
from ingest.packs import LanguagePack, Packs
from ingest.reading.find.context import Home
from ingest.reading.find.view import View
from ingest.records import Mention


class WorkingGroups:
    """Finds working groups; a short "the Working Group" is the one named last."""

    def __init__(self, pack: LanguagePack, packs: Packs) -> None:
        self.cues = pack.cues("reference_working_group")
        self.joined = ["", *(fold(start) for start in pack.names.get("joined", {}))]
        self.about = [
            (fold(matter), f"wg:{row['body']}/{row['slug']}")
            for row in packs.rows("working_group")
            for matter in row["about"].get(pack.code, ())
        ]
        self.about.sort(key=lambda pair: -len(pair[0]))

    def find(self, view: View, home: Home) -> Iterator[Mention]:
        """Every working group; one whose matter no pack knows is left open, its words tell which."""
        last: str | None = None
        for _, match in view.matches(self.cues):
            end, ids = self._matter(view, match.end())
            if ids:
                own = [id for id in ids if id.startswith(f"wg:{home.body}/")] or ids
                last = own[0] if len(own) == 1 else None
                candidates = () if last else tuple(own)
                yield Mention(
                    "working group", match.start(), end, "", last, candidates, rule="working group"
                )
            elif match.groupdict().get("on"):
                last = None
                end = min(len(view.folded), match.end() + 60)
                end = match.end() + len(view.folded[match.end() : end].rpartition(" ")[0])
                yield Mention(
                    "working group", match.start(), end, "", None, rule="working group not known"
                )
            else:
                yield Mention(
                    "working group",
                    match.start(),
                    match.end(),
                    "",
                    last,
                    rule="working group named before",
                )

    def _matter(self, view: View, position: int) -> tuple[int, list[str]]:
        while position < len(view.folded) and view.folded[position] == " ":
            position += 1
        for matter, _ in self.about:
            for prefix in self.joined:
                words = (
                    prefix + matter
                    if not prefix or not matter.startswith("ال")
                    else prefix + matter
                )
                if view.folded.startswith(words, position):
                    end = position + len(words)
                    ids = [id for other, id in self.about if other == matter]
                    return end, list(dict.fromkeys(ids))
        return position, []
