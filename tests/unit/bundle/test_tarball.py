"""The tar files are ordinary ones for ordinary tools, and the reader takes nothing else."""

import io
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retnet_pro.bundle.tarball import TarReader, tar_size, write_tar

MEMBERS = [("a.json", b"{}"), ("b/c.age", b"x" * 512), ("empty", b"")]


def take_all(data, members=MEMBERS):
    reader = TarReader(data)
    taken = [(name, reader.take(name, 1000)) for name, _ in members]
    reader.end()
    return taken


@given(st.lists(st.binary(max_size=1200), max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_taken_back_and_the_standard_library_agrees(contents):
    members = [(f"dir/file-{number}", data) for number, data in enumerate(contents)]
    tar = write_tar(members)
    with tarfile.open(fileobj=io.BytesIO(tar), mode="r:") as opened:
        listed = [(info.name, opened.extractfile(info).read()) for info in opened]
        assert all(info.isreg() and info.mtime == 0 and info.uid == 0 for info in opened)
    assert listed == members
    assert len(tar) == 1024 + sum(tar_size(len(data)) for data in contents)
    reader = TarReader(tar)
    assert [(name, reader.take(name, 1200)) for name, _ in members] == members
    reader.end()


@pytest.mark.rule("T12")
def test_every_truncation_and_every_flipped_bit_of_a_header_is_refused():
    tar = write_tar(MEMBERS)
    for at in range(len(tar)):
        with pytest.raises(ValueError):
            take_all(tar[:at])
    data_at = {512, 513, *range(1536, 2048)}
    for at in set(range(len(tar))) - data_at:
        with pytest.raises(ValueError):
            take_all(tar[:at] + bytes([tar[at] ^ 4]) + tar[at + 1 :])


def foreign(kind=tarfile.REGTYPE, name="a.json", data=b"{}", form=tarfile.USTAR_FORMAT, **facts):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=form) as tar:
        info = tarfile.TarInfo(name)
        info.type, info.size = kind, len(data)
        for fact, value in facts.items():
            setattr(info, fact, value)
        tar.addfile(info, io.BytesIO(data))
    return made.getvalue()[: 512 + 512 * bool(data)] + bytes(1024)


@pytest.mark.rule("T12")
@pytest.mark.parametrize(
    "tar",
    [
        foreign(tarfile.SYMTYPE, data=b"", linkname="/etc/passwd"),
        foreign(tarfile.LNKTYPE, data=b"", linkname="a"),
        foreign(tarfile.FIFOTYPE, data=b""),
        foreign(tarfile.DIRTYPE, data=b""),
        foreign(tarfile.CHRTYPE, data=b""),
        foreign(name="../a.json"),
        foreign(name="/a.json"),
        foreign(mtime=1),
        foreign(uid=1000),
        foreign(mode=0o777),
        foreign(uname="root"),
        foreign(form=tarfile.GNU_FORMAT),
        foreign(form=tarfile.PAX_FORMAT, pax_headers={"size": "1"}),
        write_tar([("a.json", b"{}"), ("a.json", b"{}")]),
        write_tar([("a.json", b"x" * 1001)]),
        write_tar([("a.json", b"{}")]) + bytes(512),
        write_tar([]),
    ],
)
def test_links_folders_devices_odd_names_and_other_dialects_are_refused(tar):
    with pytest.raises(ValueError):
        take_all(tar, [("a.json", b"{}")])


def test_names_no_header_can_hold_are_refused():
    with pytest.raises(ValueError):
        write_tar([("n" * 101, b"")])
    with pytest.raises(ValueError):
        TarReader(write_tar([])).take("ü", 10)
