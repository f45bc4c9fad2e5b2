"""What changed between two screens books: what came, went, looks different or says something else (rule E143)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from retnet_pro.report.screens import Picture, ScreensBook


class Turn(Enum):
    """What became of a screen."""

    ADDED = "new"
    REMOVED = "gone"
    WORDS = "other words"
    LOOKS = "other look, same words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One screen that is not what it was."""

    turn: Turn
    set: str
    """Form and language."""
    picture: Picture
    """As it is now; where it is gone, as it was."""
    was: tuple[str, ...] = ()
    """Texts that are no longer there."""
    now: tuple[str, ...] = ()
    """Texts that were not there before."""

    @property
    def key(self) -> tuple[str, str]:
        """Set and place."""
        return self.set, self.picture.place


def changes(before: ScreensBook, after: ScreensBook) -> tuple[Change, ...]:
    """Return every difference, in the order of the new book; what is gone comes last."""
    old, new = _by_place(before), _by_place(after)
    return (*_of_new(old, new), *_gone(old, new))


_Places = Mapping[tuple[str, str], Picture]


def _by_place(book: ScreensBook) -> _Places:
    return {(one.name, picture.place): picture for one in book.sets for picture in one.pictures}


def _of_new(old: _Places, new: _Places) -> Iterator[Change]:
    for (name, place), picture in new.items():
        was = old.get((name, place))
        if was is None:
            yield Change(turn=Turn.ADDED, set=name, picture=picture)
        elif was.texts != picture.texts:
            yield Change(
                turn=Turn.WORDS,
                set=name,
                picture=picture,
                was=tuple(text for text in was.texts if text not in picture.texts),
                now=tuple(text for text in picture.texts if text not in was.texts),
            )
        elif was.pixels != picture.pixels:
            yield Change(turn=Turn.LOOKS, set=name, picture=picture)


def _gone(old: _Places, new: _Places) -> Iterator[Change]:
    for (name, place), picture in old.items():
        if (name, place) not in new:
            yield Change(turn=Turn.REMOVED, set=name, picture=picture)
