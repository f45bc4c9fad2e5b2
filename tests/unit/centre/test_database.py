"""The centre's database, in a file or on a server: it is made, recognised, brought to date, moved, and told apart."""

import json
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from click.testing import CliRunner
from sqlalchemy import create_engine, inspect

from retnet_pro.centre.engine import open_engine, read_url
from retnet_pro.centre.migrations.first_tables import tables_of_then
from retnet_pro.centre.store import Device, Store
from retnet_pro.centre.tables import FACTS, VERSIONS
from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from retnet_pro.record.event import DeviceId

HOUSE = Path(__file__).resolve().parents[3]
DEVICE = Device(DeviceId("tab-1"), "S01", b"k" * 32, "2026-11-24T02:00:00.000+01:00", None)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'centre.sqlite'}"
    return request.getfixturevalue("postgres").database()


def refused(url):
    with pytest.raises(RetnetError) as raised:
        Store(url)
    return raised.value.code, sentence(raised.value)


def say(url, *words):
    engine = open_engine(read_url(url))
    with engine.begin() as connection:
        for word in words:
            connection.exec_driver_sql(word)
    engine.dispose()


def with_a_tablet(url):
    with closing(Store(url)) as store, store.writing() as ledger:
        ledger.add_device(DEVICE)


def tablets(url):
    with closing(Store(url)) as store, store.reading() as ledger:
        return ledger.devices()


def test_a_new_database_has_exactly_the_tables_the_program_goes_by(url):
    Store(url).close()
    engine = open_engine(read_url(url))
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), FACTS)
    engine.dispose()
    assert found == []


def test_every_version_there_was_is_a_step_of_its_own_in_this_order():
    steps = HOUSE / "retnet_pro" / "centre" / "migrations"
    script = ScriptDirectory(str(steps), version_locations=[str(steps)])
    assert tuple(step.revision for step in reversed(list(script.walk_revisions()))) == VERSIONS


def test_what_was_kept_is_there_when_the_database_is_opened_again(url):
    with_a_tablet(url)
    assert tablets(url) == (DEVICE,)


@pytest.mark.parametrize("later", [(), ("erasure", "closure", "issued", "placement")])
def test_a_database_from_before_versions_is_recognised_and_completed(tmp_path, later):
    url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    engine = create_engine(url)
    tables_of_then().create_all(engine)
    engine.dispose()
    say(url, *(f"DROP TABLE {name}" for name in later))
    key = (b"k" * 32).hex()
    say(url, f"INSERT INTO device VALUES ('tab-1', 'S01', X'{key}', '{DEVICE.enrolled_at}', NULL)")
    assert tablets(url) == (DEVICE,)
    with closing(sqlite3.connect(tmp_path / "centre.sqlite")) as looked:
        assert looked.execute("SELECT version_num FROM alembic_version").fetchall() == [(VERSIONS[-1],)]
        names = {name for (name,) in looked.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names == {*FACTS.tables, "alembic_version"}


def test_every_sealed_file_stays_in_the_index_when_its_key_becomes_wider(url, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr("retnet_pro.centre.schema.VERSIONS", VERSIONS[: VERSIONS.index("bundles_by_signer")])
        with_a_tablet(url)
    values = "('f', 'b', '{}', 1, 3, 'accepted', '2026-11-24', '2026-11-25')"
    say(url, f"INSERT INTO bundle VALUES {values.format('tab-1')}")
    with closing(Store(url)) as store, store.reading() as ledger:
        (row,) = ledger.bundles()
    assert (row.file, row.id, row.dev, row.from_seq, row.upto) == ("f", "b", "tab-1", 1, 3)
    assert (row.status, row.admitted_at, row.opened_at) == ("accepted", "2026-11-24", "2026-11-25")
    say(url, f"INSERT INTO bundle VALUES {values.format('tab-2')}")
    engine = open_engine(read_url(url))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), FACTS) == []
        assert set(inspect(connection).get_pk_constraint("bundle")["constrained_columns"]) == {"file", "id", "dev"}
    engine.dispose()


def test_tables_of_somebody_else_under_our_names_are_left_alone(url):
    say(url, "CREATE TABLE device (number INTEGER)")
    code, said = refused(url)
    assert code is Code.CENTRE_BROKEN
    assert "its table device has no column dev" in said
    say(url, "SELECT number FROM device")


def test_a_database_of_a_newer_program_is_left_alone(url):
    with_a_tablet(url)
    say(url, "UPDATE alembic_version SET version_num = 'of_tomorrow'")
    code, said = refused(url)
    assert code is Code.DATABASE_NEWER
    assert "of_tomorrow" in said and VERSIONS[-1] in said


def test_programs_that_start_at_the_same_time_make_the_tables_once(url):
    with ThreadPoolExecutor(3) as crowd:
        for store in crowd.map(Store, [url] * 3):
            store.close()
    assert tablets(url) == ()


@pytest.mark.parametrize("text", ["", "centre", "mysql://root:CANARY@server/db", "postgresql://user:CANARY@server"])
def test_what_is_no_url_of_ours_is_refused_and_not_repeated(text):
    code, said = refused(text)
    assert code is Code.DATABASE_UNFIT
    assert "CANARY" not in said


def test_a_server_that_does_not_run_is_named(tmp_path):
    code, said = refused(f"postgresql://user:CANARY@/trial?host={tmp_path}")
    assert code is Code.DATABASE_UNREACHABLE
    assert f"The database trial on {tmp_path} cannot be reached" in said
    assert "CANARY" not in said


def test_a_wrong_password_is_said_without_the_password(postgres):
    name = postgres.database().partition("@/")[2].partition("?")[0]
    postgres.say("CREATE ROLE guest LOGIN PASSWORD 'right'", name)
    for user in ("guest:CANARY", "guest", "nobody-here:CANARY"):
        code, said = refused(postgres.url(name, user))
        assert code is Code.DATABASE_REFUSED
        assert f"The database {name} on {postgres.folder} did not let this program in" in said
        assert "CANARY" not in said
    assert refused(postgres.url("no_such"))[0] is Code.DATABASE_REFUSED
    code, said = refused(postgres.url(name, "guest:right"))  # comes in, and may not make tables
    assert (code, "permission denied" in said) == (Code.DATABASE_REFUSED, True)


def test_an_error_of_our_own_never_repeats_a_value(url):
    with closing(Store(url)) as store, pytest.raises(Exception, match="hidden") as raised, store.writing() as ledger:
        ledger.add_device(DEVICE)
        ledger.add_device(Device(DEVICE.dev, "CANARY", b"x" * 32, "", None))
    assert "CANARY" not in str(raised.value)


def run(*words, typed=""):
    return CliRunner().invoke(commands, [str(word) for word in words], input=typed)


def test_a_centre_moves_to_a_server_with_everything_it_holds(postgres, bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bench.send(tablet)
    bench.round()
    before = (bench.responses(), bench.aside(), bench.head(tablet))
    name = postgres.database().partition("@/")[2].partition("?")[0]
    postgres.say("CREATE ROLE mover LOGIN PASSWORD 'CANARY'; GRANT ALL ON SCHEMA public TO mover", name)
    moved = run(
        *("centre", "database", bench.centre.folder, "--use", postgres.url(name, "mover"), "--ask-password"),
        typed="CANARY\n",
    )
    assert moved.exit_code == 0, (moved.output, moved.exception)
    assert f"uses the database {name} on {postgres.folder}: 1 tablets, 1 responses, 0 bundles that wait" in moved.output
    assert "CANARY" not in moved.output
    kept = bench.centre.folder / "database.url"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    bench.store.close()
    bench.start()
    assert bench.store.place == f"{name} on {postgres.folder}"
    assert (bench.responses(), bench.aside(), bench.head(tablet)) == before
    tablet.session("ses-2")
    bench.send(tablet)
    bench.round()
    assert len(bench.responses()) == 2


def test_a_centre_does_not_move_onto_another_one(bench, url):
    bench.tablet()
    with_a_tablet(url)
    moved = run("centre", "database", bench.centre.folder, "--use", url)
    assert isinstance(moved.exception, RetnetError)
    assert moved.exception.code is Code.DATABASE_TAKEN
    assert "already holds a centre (1 tablets)" in sentence(moved.exception)
    assert not (bench.centre.folder / "database.url").exists()
    assert tablets(url) == (DEVICE,)


def test_admitting_and_opening_are_two_commands_and_the_first_needs_no_key(bench):
    tablet = bench.tablet()
    tablet.session("ses-1")
    bundle = bench.send(tablet)
    keys = bench.centre.folder / "keys"
    keys.rename(bench.centre.folder / "elsewhere")
    admitted = run("centre", "admit", bench.centre.folder, "--json")
    assert json.loads(admitted.output) == {"bundles": {bundle.id: "admitted"}}
    assert "1 bundles that wait to be opened" in run("centre", "database", bench.centre.folder).output
    refused = run("centre", "open", bench.centre.folder)
    assert isinstance(refused.exception, RetnetError)
    assert refused.exception.code is Code.FILE_MISSING
    (bench.centre.folder / "elsewhere").rename(keys)
    opened = run("centre", "open", bench.centre.folder, "--json")
    assert json.loads(opened.output)["receipts"] == {bundle.id: "accepted"}
    assert bench.receipt(bundle, tablet).upto == len(tablet.events)
    again = run("centre", "take-in", bench.centre.folder, "--json")
    assert json.loads(again.output)["bundles"] == {bundle.id: "known"}


def test_a_file_has_no_users_to_give_rights_to(bench):
    asked = run("centre", "database", bench.centre.folder, "--gate-user", "gate")
    assert isinstance(asked.exception, RetnetError)
    assert asked.exception.code is Code.DATABASE_UNFIT
