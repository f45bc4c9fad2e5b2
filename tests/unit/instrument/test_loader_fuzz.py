"""No bytes whatever make a loader raise anything but a refusal (threat T10)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retnet_pro.errors import Refusal
from retnet_pro.instrument.load import load_instrument, read_instrument
from retnet_pro.instrument.wording import load_wording, read_wording
from retnet_pro.study.load import load_study, read_study

HOUSE = Path(__file__).resolve().parents[3]
SEEDS = [
    path.read_bytes()
    for path in (
        HOUSE / "forms/carcinoid-diary.yaml",
        HOUSE / "translations/carcinoid-diary/en.yaml",
        HOUSE / "forms/studies/retnet.yaml",
    )
]
KEYS = [
    "format", "id", "items", "scales", "response_scales", "codes", "condition", "all", "not", "recalls", "labels",
    "retnet-pro/instrument/1", "retnet-pro/wording/1", "retnet-pro/study/1", "variants", "thresholds", "cuts",
]  # fmt: skip
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner),
    max_leaves=12,
)


def read_all(untrusted: bytes) -> None:
    for read in (read_instrument, read_wording, read_study):
        fact, findings = read(untrusted, "fuzz.yaml")
        assert (fact is None) == bool(findings)
        lines = untrusted.count(b"\n") + untrusted.count(b"\r") + 2
        assert all(1 <= finding.line <= lines for finding in findings)


@pytest.mark.rule("T10")
@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes(untrusted: bytes) -> None:
    read_all(untrusted)


@pytest.mark.rule("T10")
@FUZZ
@given(st.text(alphabet="abc:-[]{}&*!|>%@`\"'#?,~\n \t0123.\\uU\u202e\u2028\x85", max_size=60))
def test_any_text_that_looks_like_yaml(text: str) -> None:
    read_all(text.encode())


@pytest.mark.rule("T10")
@FUZZ
@given(plain)
def test_any_yaml(value: Any) -> None:
    read_all(yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "replace"))


@pytest.mark.rule("T10")
@FUZZ
@given(st.sampled_from(SEEDS), st.data())
def test_any_damage_to_a_sound_file(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 60)))
    put = data.draw(st.binary(max_size=6) | st.sampled_from([b"[]", b"{}", b"~", b"-1", b"x", b"&a ", b"*a", b"\xff"]))
    read_all(seed[:start] + put + seed[end:])


@pytest.mark.rule("T10")
@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=100))
def test_loading_a_file_raises_refusals_only(tmp_path_factory: pytest.TempPathFactory, untrusted: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "form.yaml"
    path.write_bytes(untrusted)
    for load in (load_instrument, load_wording, load_study):
        with pytest.raises(Refusal):
            load(path)


def test_a_hostile_megabyte_of_scales_ends_soon(form_text: str) -> None:
    """Every scale refers to every other; checking must not take time by the square of the file."""
    head, tail = form_text.split("scales:\n  - {code: AB")
    row = "  - {code: S%d, name: n1, method: sum, items: [a], direction: higher_worse, minimum_answered: 1}\n"
    text = head + "scales:\n" + "".join(row % n for n in range(9000)) + "  - {code: AB" + tail
    assert len(text) < 1024 * 1024
    form, findings = read_instrument(text.encode(), "f")
    assert findings == ()
    assert form is not None
    assert len(form.scales) == 9003
