"""A small form and its words, written out, and a way to break them in one place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import Licence
from retnet_pro.instrument.wording import read_wording

FORM = """\
format: retnet-pro/instrument/1
id: small
version: "1"
title: Small form
owner: Nobody
needs_licence: false
minutes: 1
status: PROJECT
source: Written for a test
response_scales:
  four: {kind: choice, codes: [1, 2, 3, 4]}
  seven: {kind: boxes, codes: [1, 2, 3, 4, 5, 6, 7]}
  times: {kind: count, lowest: 0, highest: 9}
recalls: [week]
items:
  - {id: a, number: 1, topic: one, scale: four}
  - {id: b, number: 2, topic: two, scale: four, recall: week, not_applicable: true}
  - {id: c, number: 3, topic: three, scale: times}
  - {id: d, number: 4, topic: four, scale: four, condition: {at_least: {item: c, code: 1}}}
  - {id: e, number: 5, topic: five, scale: seven}
scales:
  - {code: AB, name: First, method: linear_0_100, items: [a, b], direction: higher_worse, minimum_answered: 1}
  - {code: CD, name: Second, method: count_times_severity, items: [c, d], direction: higher_worse, minimum_answered: 1}
  - {code: E, name: Third, method: mean, items: [e], direction: higher_better, minimum_answered: 1}
"""

WORDS = """\
format: retnet-pro/wording/1
instrument: small
instrument_version: "1"
version: "1"
language: en
right_to_left: false
demonstration: true
notice: Made up for a test
title: A small form
instruction: Please tap.
recalls:
  week: Lately
labels:
  four: {1: none, 2: some, 3: more, 4: most}
  seven: {1: low, 7: high}
items:
  a: First?
  b: Second?
  c: "How many?"
  d: Fourth?
  e: Fifth?
not_applicable:
  b: Not for me
"""

Findings = Callable[..., list[str]]


def swap(text: str, old: str, new: str) -> str:
    """Break a file in exactly one place; a test that no longer breaks anything must fail."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def licence(**changed: object) -> Licence:
    """Return a licence as it is read from a file, with some facts of it changed."""
    block = 'demonstration: false\nlicence: {owner: Owner, id: "17", study: S, copyright: (c) Owner}'
    wording, findings = read_wording(swap(WORDS, "demonstration: true", block).encode(), "w")
    assert wording is not None and wording.licence is not None, findings
    return replace(wording.licence, **changed)  # type: ignore[arg-type]


@pytest.fixture
def form_findings() -> Findings:
    """Return 'line: [item] message' of each finding of the small form with one text put in place of another."""

    def find(old: str = "", new: str = "") -> list[str]:
        text = swap(FORM, old, new) if old else FORM
        instrument, findings = read_instrument(text.encode(), "small.yaml")
        assert (instrument is None) == bool(findings)
        return [str(finding).removeprefix("small.yaml:") for finding in findings]

    return find


@pytest.fixture
def words_findings() -> Findings:
    def find(old: str = "", new: str = "") -> list[str]:
        instrument, _ = read_instrument(FORM.encode(), "small.yaml")
        text = swap(WORDS, old, new) if old else WORDS
        _, findings = read_wording(text.encode(), "en.yaml", instrument)
        return [str(finding).removeprefix("en.yaml:") for finding in findings]

    return find


@pytest.fixture
def form_text() -> str:
    return FORM


@pytest.fixture
def words_text() -> str:
    return WORDS


@pytest.fixture
def house() -> Path:
    """The repository, for the files it ships."""
    return Path(__file__).resolve().parents[3]
