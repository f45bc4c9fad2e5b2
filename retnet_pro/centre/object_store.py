"""Sealed files in an object store that speaks S3, named by URL: ``s3://bucket/prefix?endpoint=https://host&region=name``.

Credentials come from where the library looks for them by itself (the environment, its files, the machine's role) and
never from the URL. Nothing is overwritten: the store itself is asked to refuse that. Without TLS only this very machine
is spoken to.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from retnet_pro.bundle.naming import BUNDLE_LIMIT, BundleId
from retnet_pro.centre.inbox import sealed_name
from retnet_pro.errors import Code, Refusal, RetnetError, Tamper, WorldFault

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_FULL = frozenset({"QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "InsufficientStorage"})
_TIES = frozenset({"PreconditionFailed", "412"})
_GONE = frozenset({"NoSuchKey", "NotFound", "404"})
_UNKNOWN_REGION = "us-east-1"
"""What stores that have no regions expect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreUrl:
    """Where an object store is."""

    bucket: str
    prefix: str
    endpoint: str | None
    """None: that of Amazon."""
    region: str | None

    @property
    def place(self) -> str:
        """What a person calls it."""
        return f"{self.bucket} at {self.endpoint or 'Amazon S3'}"


def read_store_url(url: str) -> StoreUrl:
    """Return what a URL says.

    Raises:
        Refusal: `OBJECTS_UNFIT`; the URL is not repeated, for somebody may have put a secret into it.
    """
    try:
        parts = urlsplit(url)
        asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        endpoint = asked.pop("endpoint", None)
        region = asked.pop("region", None)
        is_ours = parts.scheme == "s3" and bool(parts.netloc) and not {"@", ":"} & set(parts.netloc)
        if not is_ours or asked or parts.fragment:
            raise Refusal(Code.OBJECTS_UNFIT, why="it is not s3://bucket/prefix?endpoint=https://host&region=name")
        if endpoint is not None:
            _demand_safe(endpoint)
    except ValueError as error:
        raise Refusal(Code.OBJECTS_UNFIT, why="it is no URL") from error
    return StoreUrl(bucket=parts.netloc, prefix=parts.path.strip("/"), endpoint=endpoint, region=region)


def _demand_safe(endpoint: str) -> None:
    server = urlsplit(endpoint)
    if server.username is not None or server.password is not None or server.query or not server.hostname:
        raise Refusal(Code.OBJECTS_UNFIT, why="its endpoint is not https://host or https://host:port")
    if server.scheme != "https" and not (server.scheme == "http" and server.hostname in _LOOPBACK):
        raise Refusal(Code.OBJECTS_UNFIT, why="its endpoint has no TLS")


def open_store(url: str, name: str) -> "ObjectInbox":
    """Return one of the places for sealed files in an object store, `inbox` or `quarantine`. Nothing is asked yet.

    Raises:
        Refusal: `OBJECTS_UNFIT` or `OBJECTS_REFUSED`.
    """
    where = read_store_url(url)
    with _in_our_words(where.place):
        return ObjectInbox(_client(where), where, name)


@lru_cache(maxsize=4)
def _client(where: StoreUrl) -> Any:
    # only here: when it is loaded, its library opens a socket to find out what the machine can do
    import boto3
    from botocore.config import Config

    session = boto3.session.Session()
    config = Config(
        connect_timeout=10,
        read_timeout=60,
        retries={"total_max_attempts": 3, "mode": "standard"},
        ignore_configured_endpoint_urls=True,
        s3={"addressing_style": "path" if where.endpoint else "auto"},
    )
    region = where.region or session.region_name or _UNKNOWN_REGION
    return session.client("s3", region_name=region, endpoint_url=where.endpoint, config=config)


class ObjectInbox:
    """Sealed files under one prefix. A file is named by the bundle and its own hash, as in a folder."""

    def __init__(self, client: Any, where: StoreUrl, name: str) -> None:
        """Take the connection, where it goes to, and which place this is."""
        self._client, self._where = client, where
        self._prefix = "/".join(filter(None, (where.prefix, name)))

    def keep(self, bundle: BundleId, data: bytes) -> str:
        """Store a sealed file and return its SHA-256, which the store has checked.

        Raises:
            Tamper: `BUNDLE_BROKEN`, when other bytes lie under its name; they stay.
            Refusal: `OBJECTS_REFUSED`.
            WorldFault: `OBJECTS_UNREACHABLE` or `OBJECTS_FULL`; nothing was admitted.
        """
        file = hashlib.sha256(data).hexdigest()
        try:
            with _in_our_words(self._where.place):
                self._client.put_object(
                    **self._key(bundle, file), Body=data, ChecksumAlgorithm="SHA256", IfNoneMatch="*"
                )
        except _ThereAlready:
            if self.read(bundle, file) != data:
                why = "the object store holds something else under its name"
                raise Tamper(Code.BUNDLE_BROKEN, path=sealed_name(bundle, file), why=why) from None
        return file

    def read(self, bundle: BundleId, file: str) -> bytes:
        """Return a sealed file, of no more bytes than a bundle may have.

        Raises:
            Refusal: `FILE_MISSING`, `BUNDLE_TOO_LARGE` or `OBJECTS_REFUSED`.
            WorldFault: `OBJECTS_UNREACHABLE`.
        """
        name = sealed_name(bundle, file)
        with _in_our_words(self._where.place, name):
            answer = self._client.get_object(**self._key(bundle, file))
            with answer["Body"] as body:
                data: bytes = body.read(BUNDLE_LIMIT + 1)
        if len(data) > BUNDLE_LIMIT:
            raise Refusal(Code.BUNDLE_TOO_LARGE, path=name, limit=BUNDLE_LIMIT)
        return data

    def holds(self, bundle: BundleId, file: str) -> bool:
        """Whether the sealed file with this SHA-256 is here.

        Raises:
            Refusal: `OBJECTS_REFUSED`.
            WorldFault: `OBJECTS_UNREACHABLE`.
        """
        try:
            with _in_our_words(self._where.place, sealed_name(bundle, file)):
                self._client.head_object(**self._key(bundle, file))
        except Refusal as error:
            if error.code is Code.FILE_MISSING:
                return False
            raise
        return True

    def remove(self, bundle: BundleId, file: str) -> None:
        """Remove a sealed file, as an order demands; older versions that a store may keep are not reached so.

        Raises:
            Refusal: `OBJECTS_REFUSED`.
            WorldFault: `OBJECTS_UNREACHABLE`.
        """
        with _in_our_words(self._where.place):
            self._client.delete_object(**self._key(bundle, file))

    def _key(self, bundle: BundleId, file: str) -> dict[str, str]:
        return {"Bucket": self._where.bucket, "Key": f"{self._prefix}/{sealed_name(bundle, file)}"}


class _ThereAlready(Exception):
    """The store refused to overwrite."""


@contextmanager
def _in_our_words(place: str, name: str = "") -> Iterator[None]:
    """Turn what the library says into a failure of ours; its own words may name keys and are not repeated."""
    from botocore.exceptions import (
        BotoCoreError,
        ClientError,
        CredentialRetrievalError,
        NoCredentialsError,
        PartialCredentialsError,
    )

    try:
        yield
    except ClientError as error:
        raise _fault(place, name, error.response) from None
    except (NoCredentialsError, PartialCredentialsError, CredentialRetrievalError) as error:
        why = "no credentials were found where its library looks for them"
        raise Refusal(Code.OBJECTS_REFUSED, place=place, why=why) from error
    except BotoCoreError as error:
        raise WorldFault(Code.OBJECTS_UNREACHABLE, place=place, why=type(error).__name__) from error


def _fault(place: str, name: str, answer: Mapping[str, Any]) -> "RetnetError | _ThereAlready":
    code = str(answer.get("Error", {}).get("Code", ""))
    status = int(answer.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
    if code in _TIES:
        return _ThereAlready()
    if code == "NoSuchBucket":
        return Refusal(Code.OBJECTS_REFUSED, place=place, why="there is no such bucket")
    if code in _GONE and name:
        return Refusal(Code.FILE_MISSING, path=name)
    if code in _FULL or status == 507:
        return WorldFault(Code.OBJECTS_FULL, place=place)
    if status in (401, 403):
        return Refusal(Code.OBJECTS_REFUSED, place=place, why="these credentials may not do that")
    if status in (408, 409, 429) or (status >= 500 and status != 501):
        return WorldFault(Code.OBJECTS_UNREACHABLE, place=place, why=f"it answered {status}")
    return Refusal(Code.OBJECTS_REFUSED, place=place, why=f"it answered {status}")
