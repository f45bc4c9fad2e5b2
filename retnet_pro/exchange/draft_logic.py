"""The condition of a row, as REDCap (``[a] >= 1``) and XLSForm (``${a} >= 1``) write it, as a condition of ours.

It is taken only where ours says exactly the same. "Less" and "not equal" also speak of an item without an answer, and
ours do not in the same way. ``not()`` of an XLSForm is taken: in XPath, as here, a comparison with an item without an
answer is false, and ``not()`` turns that round.
"""

import re
from collections.abc import Mapping

from retnet_pro.instrument.model import All, AnyOf, AtLeast, Condition, Equals, ItemId, Not
from retnet_pro.instrument.wording_flaws import shown

LENGTH_LIMIT = 2_000
DEPTH_LIMIT = 16
_SIGN = re.compile(
    r"\s*(?:(?P<item>\[[A-Za-z0-9_]+\]|\$\{[A-Za-z0-9_.-]+\})|(?P<code>'[0-9]{1,5}'|\"[0-9]{1,5}\"|[0-9]{1,5}(?![0-9.]))"
    r"|(?P<word>and\b|or\b|not\b|selected\b|>=|<=|<>|!=|=|>|<|[(),]))",
    re.ASCII | re.IGNORECASE,
)


def condition_in(text: str, known: Mapping[str, tuple[int, ...]], *, is_xpath: bool) -> Condition:
    """Return the condition. `known` are the codes of the earlier items, by their names in the source.

    `is_xpath` tells whether it is of an XLSForm, where ``not()`` means what it means here.

    Raises:
        ValueError: in words, why the condition cannot be said here.
    """
    if len(text) > LENGTH_LIMIT:
        raise ValueError(f"it is longer than {LENGTH_LIMIT} characters")
    return _Parser(text, known, is_xpath=is_xpath).whole()


class _Parser:
    """Reads sign after sign; it has state because it stands at a place in the text."""

    def __init__(self, text: str, known: Mapping[str, tuple[int, ...]], *, is_xpath: bool) -> None:
        self._known = known
        self._is_xpath = is_xpath
        self._signs: list[tuple[str, str]] = []
        self._at = 0
        place, plain = 0, text.rstrip()
        while place < len(plain):
            found = _SIGN.match(plain, place)
            if found is None:
                raise ValueError(f"{shown(plain[place:].strip())} cannot be said here")
            self._signs.append((str(found.lastgroup), found.group().strip()))
            place = found.end()

    def whole(self) -> Condition:
        """Return the condition the whole text says.

        Raises:
            ValueError: in words.
        """
        condition = self._any(1)
        if self._at < len(self._signs):
            raise ValueError(f"{shown(self._next()[1])} stands where it should end")
        return condition

    def _any(self, depth: int) -> Condition:
        if depth > DEPTH_LIMIT:
            raise ValueError(f"it is nested deeper than {DEPTH_LIMIT}")
        parts = [self._all(depth)]
        while self._takes("or"):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._takes("and"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Condition:
        if self._takes("("):
            inner = self._any(depth + 1)
            self._demand(")")
            return inner
        if self._is_xpath and self._takes("not"):
            self._demand("(")
            turned = Not(self._any(depth + 1))
            self._demand(")")
            return turned
        if self._takes("selected"):
            self._demand("(")
            item = self._item()
            self._demand(",")
            code = self._code()
            self._demand(")")
            return self._compared(item, "=", code)
        return self._compared(self._item(), self._next()[1], self._code())

    def _compared(self, item: str, sign: str, code: int) -> Condition:
        if item not in self._known:
            raise ValueError(f"it depends on {shown(item)}, which is not an earlier item that was understood")
        least = code + 1 if sign == ">" else code
        codes = self._known[item]
        if sign == "=" and code in codes:
            return Equals(ItemId(item), code)
        if sign in (">", ">=") and least in codes:
            return AtLeast(ItemId(item), least)
        if sign in ("=", ">", ">="):
            raise ValueError(f"{shown(item)} has no such answer as '{sign} {code}' asks for")
        raise ValueError(f"'{sign}' cannot be said here")

    def _item(self) -> str:
        kind, said = self._next()
        if kind != "item":
            raise ValueError(f"{shown(said)} stands where the name of an item should")
        return said.strip("[]${}")

    def _code(self) -> int:
        kind, said = self._next()
        if kind != "code":
            raise ValueError(f"{shown(said)} stands where the code of an answer should")
        return int(said.strip("'\""))

    def _next(self) -> tuple[str, str]:
        if self._at >= len(self._signs):
            raise ValueError("it ends too early")
        self._at += 1
        return self._signs[self._at - 1]

    def _takes(self, word: str) -> bool:
        if self._at < len(self._signs) and self._signs[self._at][1].casefold() == word:
            self._at += 1
            return True
        return False

    def _demand(self, word: str) -> None:
        _, said = self._next()
        if said != word:
            raise ValueError(f"{shown(said)} stands where '{word}' should")
