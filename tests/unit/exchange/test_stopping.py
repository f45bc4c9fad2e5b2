"""Whoever ends an export by Ctrl-C finds nothing of it, in every format and however far it was."""

import pytest

from retnet_pro.exchange import writer
from retnet_pro.exchange.formats import FORMATS
from retnet_pro.exchange.writer import quiet
from tests.fakes_rows import small_data

PARTICIPANTS = small_data().participants


@pytest.mark.parametrize("ended_after", [0, 1, PARTICIPANTS])
@pytest.mark.parametrize("name", FORMATS)
def test_an_export_that_is_ended_leaves_nothing(name, ended_after, tmp_path):
    def ended(done: int, of: int) -> None:
        assert of == PARTICIPANTS
        if done == ended_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        FORMATS[name](small_data(), tmp_path / "out", ended)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"fhir", "fhir-transaction"}))
def test_a_folder_whose_sums_are_being_made_is_not_there_yet(name, tmp_path, monkeypatch):
    seen: list[str] = []
    data = small_data()

    def ended(block: bytes = b"") -> None:
        seen.extend(path.name for path in tmp_path.iterdir())
        raise KeyboardInterrupt

    monkeypatch.setattr(writer.hashlib, "sha256", ended)
    with pytest.raises(KeyboardInterrupt):
        FORMATS[name](data, tmp_path / "out", quiet)
    assert seen and "out" not in seen
    assert not list(tmp_path.iterdir())
