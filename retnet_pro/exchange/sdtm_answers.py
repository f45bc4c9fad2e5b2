"""Which answers each item can have: what Define-XML says of QSORRES for every test code.

Words of answers are licensed, so a list holds the codes alone. Where versions of a form differ, the codes of all of
them are permitted.
"""

from collections.abc import Mapping

from retnet_pro.dataset.codebook import Codebook
from retnet_pro.exchange.cdisc_codes import ItemCode, item_codes
from retnet_pro.exchange.tabulation import CodeList, CodeTerm, Kind, Level, Levels
from retnet_pro.instrument.model import ItemKind


def answer_levels(codebook: Codebook) -> Levels:
    """Return what QSORRES holds by QSTESTCD: a code of a list, or a count."""
    found = _answers(codebook)
    return Levels(
        variable="QSORRES",
        by="QSTESTCD",
        levels=tuple(
            Level(test.code, Kind.TEXT, _longest(codes), _list_id(codes))
            if is_choice
            else Level(test.code, Kind.INTEGER, _longest(codes))
            for test, (codes, is_choice) in found.items()
        ),
    )


def answer_lists(codebook: Codebook) -> tuple[CodeList, ...]:
    """Return the lists of codes that `answer_levels` names, each once."""
    each = dict.fromkeys(codes for codes, is_choice in _answers(codebook).values() if is_choice)
    return tuple(
        CodeList(
            id=_list_id(codes),
            name=f"Answers {' '.join(map(str, codes))}",
            terms=tuple(CodeTerm(str(code), "") for code in codes),
        )
        for codes in each
    )


def _answers(codebook: Codebook) -> Mapping[ItemCode, tuple[tuple[int, ...], bool]]:
    """Return the codes an item can be answered with, and whether they are a choice, in the order of the forms."""
    found: dict[ItemCode, tuple[tuple[int, ...], bool]] = {}
    for form in codebook.instruments:
        for item in form.items:
            test = item_codes().get((form.id, form.version, item.id))
            if test is not None:
                codes, is_choice = found.get(test, ((), item.scale.kind is not ItemKind.COUNT))
                found[test] = (tuple(sorted({*codes, *item.scale.codes})), is_choice)
    return found


def _longest(codes: tuple[int, ...]) -> int:
    return max(len(str(code)) for code in codes)


def _list_id(codes: tuple[int, ...]) -> str:
    return f"ANSWER.{'.'.join(map(str, codes))}"
