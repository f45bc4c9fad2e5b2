"""Sealed files in an object store behave as in a folder; nothing is overwritten, and no credential is ever said."""

import json

import boto3
import pytest
from botocore.exceptions import ClientError
from click.testing import CliRunner
from moto.server import ThreadedMotoServer

from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId
from retnet_pro.bundle.receipt import Status
from retnet_pro.centre import object_store
from retnet_pro.centre.admit import Gate
from retnet_pro.centre.archive import write_archive
from retnet_pro.centre.erasing import remove_carriers
from retnet_pro.centre.folder import read_online_key
from retnet_pro.centre.inbox import Inbox, sealed_name
from retnet_pro.centre.object_store import open_store, read_store_url
from retnet_pro.centre.url_files import keep_objects
from retnet_pro.cli import commands
from retnet_pro.errors import Code, RetnetError
from retnet_pro.phrases import sentence
from tests.unit.centre.conftest import AT

ONE, OTHER = BundleId("a" * 64), BundleId("b" * 64)


@pytest.fixture(scope="module")
def server():
    made = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    made.start()
    host, port = made.get_host_and_port()
    yield f"http://{host}:{port}"
    made.stop()


@pytest.fixture
def bucket(server, monkeypatch, request):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "CANARY-ID")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "CANARY-SECRET")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    object_store._client.cache_clear()
    raw = boto3.client("s3", endpoint_url=server, region_name="us-east-1")
    name = "trial-" + str(abs(hash(request.node.name)))
    raw.create_bucket(Bucket=name)
    yield raw, name, f"s3://{name}/demo?endpoint={server}"
    raw.close()


def keys(bucket):
    raw, name, _ = bucket
    return [one["Key"] for one in raw.list_objects_v2(Bucket=name).get("Contents", ())]


def failed(act):
    with pytest.raises(RetnetError) as caught:
        act()
    said = sentence(caught.value)
    assert "CANARY" not in said
    return caught.value.code, said


@pytest.mark.rule("P72")
@pytest.mark.parametrize("kind", ["folder", "object store"])
def test_every_place_for_sealed_files_keeps_once_reads_back_and_forgets_by_order(kind, bucket, tmp_path):
    place = Inbox(tmp_path / "inbox") if kind == "folder" else open_store(bucket[2], "inbox")
    assert failed(lambda: place.read(ONE, "0" * 64))[0] is Code.FILE_MISSING
    file = place.keep(ONE, b"sealed")
    assert place.keep(ONE, b"sealed") == file
    other = place.keep(OTHER, b"sealed")
    assert (place.read(ONE, file), place.holds(ONE, file), place.holds(ONE, "0" * 64)) == (b"sealed", True, False)
    place.remove(ONE, file)
    place.remove(ONE, file)
    assert (place.holds(ONE, file), place.holds(OTHER, other)) == (False, True)


@pytest.mark.rule("P72")
def test_other_bytes_under_a_name_are_never_overwritten_and_keep_nothing_else_out(bench, bucket):
    raw, name, url = bucket
    keep_objects(bench.centre.folder, url)
    tablet = bench.tablet()
    tablet.session("ses-1")
    bundle = bench.send(tablet)
    bench.gate()
    (key,) = keys(bucket)
    raw.put_object(Bucket=name, Key=key, Body=b"something else")
    with pytest.raises(RetnetError) as caught:
        bench.centre.inbox.keep(bundle.id, bundle.data)
    assert caught.value.code is Code.BUNDLE_BROKEN
    assert raw.get_object(Bucket=name, Key=key)["Body"].read() == b"something else"


@pytest.mark.rule("P72")
def test_no_more_is_read_than_a_bundle_can_have(bucket, monkeypatch):
    place = open_store(bucket[2], "inbox")
    file = place.keep(ONE, b"sealed")
    assert BUNDLE_LIMIT > 6
    monkeypatch.setattr("retnet_pro.centre.object_store.BUNDLE_LIMIT", 5)
    assert failed(lambda: place.read(ONE, file))[0] is Code.BUNDLE_TOO_LARGE


@pytest.mark.rule("P80")
@pytest.mark.parametrize(
    "url",
    [
        "", "https://bucket/prefix", "s3://", "s3://id:CANARY@bucket/prefix", "s3://bucket/p?key=CANARY",
        "s3://bucket/p?endpoint=http://store.example.org", "s3://bucket/p?endpoint=https://id:CANARY@store.example.org",
        "s3://bucket/p?endpoint=ftp://127.0.0.1", "s3://bucket/p?endpoint=", "s3://bucket/p#CANARY",
    ],
)  # fmt: skip
def test_what_is_no_url_of_ours_or_has_no_tls_is_refused_and_not_repeated(url):
    assert failed(lambda: read_store_url(url))[0] is Code.OBJECTS_UNFIT


def test_a_url_says_where_and_no_more():
    found = read_store_url("s3://bucket/a/b?endpoint=https://store.example.org&region=eu-1")
    assert (found.bucket, found.prefix, found.region) == ("bucket", "a/b", "eu-1")
    assert found.place == "bucket at https://store.example.org"
    assert read_store_url("s3://bucket").place == "bucket at Amazon S3"


class Answering:
    """A store that answers every call with one failure."""

    def __init__(self, code, status):
        answer = {"Error": {"Code": code, "Message": "CANARY"}, "ResponseMetadata": {"HTTPStatusCode": status}}
        self.error = ClientError(answer, "PutObject")

    def put_object(self, **_facts):
        raise self.error

    head_object = put_object


@pytest.mark.parametrize(
    ("code", "status", "ours"),
    [
        ("InvalidAccessKeyId", 403, Code.OBJECTS_REFUSED), ("AccessDenied", 403, Code.OBJECTS_REFUSED),
        ("QuotaExceeded", 403, Code.OBJECTS_FULL), ("XMinioStorageFull", 507, Code.OBJECTS_FULL),
        ("SlowDown", 503, Code.OBJECTS_UNREACHABLE), ("ConditionalRequestConflict", 409, Code.OBJECTS_UNREACHABLE),
        ("NotImplemented", 501, Code.OBJECTS_REFUSED), ("InvalidRequest", 400, Code.OBJECTS_REFUSED),
    ],
)  # fmt: skip
def test_what_a_store_refuses_is_said_in_words_without_repeating_its_own(code, status, ours):
    place = object_store.ObjectInbox(Answering(code, status), read_store_url("s3://bucket"), "inbox")
    assert failed(lambda: place.keep(ONE, b"sealed"))[0] is ours
    assert failed(lambda: place.holds(ONE, "0" * 64))[0] is ours


def test_no_bucket_no_credentials_and_no_server_are_told_apart(bucket, server, monkeypatch, tmp_path):
    missing = open_store(f"s3://no-such-bucket/p?endpoint={server}", "inbox")
    code, said = failed(lambda: missing.keep(ONE, b"sealed"))
    assert code is Code.OBJECTS_REFUSED and "there is no such bucket" in said
    away = open_store("s3://bucket/p?endpoint=http://127.0.0.1:1", "inbox")
    assert failed(lambda: away.keep(ONE, b"sealed"))[0] is Code.OBJECTS_UNREACHABLE
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    object_store._client.cache_clear()
    code, said = failed(lambda: open_store(bucket[2], "inbox").keep(ONE, b"sealed"))
    assert code is Code.OBJECTS_REFUSED and "no credentials were found" in said


def run(*words):
    done = CliRunner().invoke(commands, ["centre", *map(str, words)])
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.mark.rule("P72", "P04", "P102")
def test_a_centre_moves_to_an_object_store_and_admits_opens_archives_and_erases_there(bench, bucket, tmp_path):
    tablet = bench.tablet()
    tablet.session("ses-1")
    first = bench.send(tablet)
    bench.gate()
    said = run("object-store", bench.centre.folder, "--use", bucket[2])
    assert "1 sealed files were copied." in said and f"the bucket {bucket[1]} at " in said
    assert "CANARY" not in said + (bench.centre.folder / "objects.url").read_text()
    for path in (bench.centre.folder / "inbox").iterdir():
        path.unlink()
    bench.store.close()
    bench.start()
    (receipt,) = bench.open()
    assert (receipt.status, receipt.bundle) == (Status.ACCEPTED, first.id)
    sent = len(tablet.events)
    tablet.session("ses-2")
    second = bench.send(tablet, sent)
    assert [one.outcome for one in bench.gate() if one.bundle == second.id] == [Gate.ADMITTED]
    bench.round()
    assert len(bench.responses()) == 2 and len(keys(bucket)) == 2
    online = read_online_key(bench.centre)
    made = write_archive(bench.store, bench.centre, online, tmp_path / "a", documents={}, keys_kept="")
    assert made.bundles == 2
    rows = json.loads((tmp_path / "a" / "bundles.json").read_text())
    assert all((tmp_path / "a" / "bundles" / row["file"]).is_file() for row in rows)
    with bench.store.writing() as ledger:
        ledger.note_order(tablet.dev, 99, {tablet.dev: [sent]}, AT)
        ledger.erase_ordered({tablet.dev})
    remove_carriers(bench.store, bench.centre)
    (left,) = keys(bucket)
    assert left.startswith("demo/inbox/" + second.id) and left.endswith(sealed_name(second.id, rows[1]["sha256"])[-20:])


@pytest.mark.rule("P72")
def test_a_crash_between_keeping_and_noting_loses_and_doubles_nothing(bench, bucket, monkeypatch):
    keep_objects(bench.centre.folder, bucket[2])
    tablet = bench.tablet()
    tablet.session("ses-1")
    bench.send(tablet)
    with monkeypatch.context() as broken:
        broken.setattr("retnet_pro.centre.store.Ledger.admit", fail)
        with pytest.raises(OSError):
            bench.gate()
    assert len(keys(bucket)) == 1
    assert [one.outcome for one in bench.gate()] == [Gate.ADMITTED]
    assert len(keys(bucket)) == 1


def fail(*_args):
    raise OSError("power lost")
