"""Opening the program where Qt's system libraries are missing."""

import sys
from pathlib import Path

import pytest

from retnet_pro.app.tablet import demand_windows, open_tablet
from retnet_pro.errors import Code, WorldFault
from retnet_pro.phrases import sentence


def test_where_windows_work_nothing_is_said() -> None:
    demand_windows()


def test_missing_libraries_end_in_a_line_that_says_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'ImportError: libEGL.so.1: cannot open shared object file' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(WorldFault) as caught:
        open_tablet(tmp_path)
    assert caught.value.code is Code.QT_LIBRARIES_MISSING
    said = sentence(caught.value)
    assert "libEGL.so.1" in said and "sudo apt-get install libegl1" in said
