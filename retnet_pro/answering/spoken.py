"""What is read aloud of a question: the words on the page, byte for byte, each piece by itself and nothing else.

The answer given so far is never spoken, and what is spoken never differs between answers, so that the voice leads to
none of them.
"""

from collections.abc import Iterator

from retnet_pro.answering.view import QuestionView
from retnet_pro.instrument.model import ItemKind


def spoken(view: QuestionView) -> tuple[str, ...]:
    """Return recall line, question and options in the order of their codes, as they are to be said one after another.

    Of a count only the words are said: the numbers themselves say nothing that their places do not.
    """
    return tuple(piece for piece in _pieces(view) if piece.strip())


def _pieces(view: QuestionView) -> Iterator[str]:
    yield view.recall
    yield view.text
    if view.kind is not ItemKind.COUNT:
        last = len(view.options) - 1
        for place, option in enumerate(view.options):
            yield option.text
            yield view.low_label if place == 0 else view.high_label if place == last else ""
    if view.not_applicable is not None:
        yield view.not_applicable.text
