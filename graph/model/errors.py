"""Errors that a user may meet: each message says what was wrong, where, and what to do."""


class MandatesError(Exception):
    """Base of every error raised on purpose; shown as one line, without traceback."""


class UnreadableDocument(MandatesError):
    """A file that cannot be read: empty, binary, wrongly encoded, vanished, or without reader."""


class PackError(MandatesError):
    """A language or body pack that contradicts itself or its own examples."""


class ModelError(MandatesError):
    """A node, edge or property that the model does not know."""


class StoreError(MandatesError):
    """A store that cannot be opened, is of another version, or refuses an operation.

    `state` is what is the matter, for who says it in another language: "missing", "empty",
    "building", "version" (of another one), "foreign" (holds something else), "busy",
    "unreachable", or "unreadable" for anything else.
    """

    def __init__(self, message: str, state: str = "unreadable") -> None:
        super().__init__(message)
        self.state = state


class JudgementRefused(MandatesError):
    """A judgement that cannot be taken: no such link, ends the model does not allow, no reason."""


class UnreadableKey(MandatesError):
    """An answer key that is not there, no JSON, or not of the form that the design gives."""


class QuestionError(MandatesError):
    """A question that cannot be answered as put: nothing or several things have that name.

    `candidates` are the ids that fit, where several do.
    """

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates
