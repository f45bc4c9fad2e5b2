"""A signed and sealed copy of what a site knows, so that a login does not read the whole log again.

Only ever a shortcut: it is believed when this device signed it for exactly this point of exactly this log, and passed
over otherwise. Courses stand in it as lines of text, each with the days on which Today must look at it, so that opening
a snapshot costs little however long the history is.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from retnet_pro.conduct.beside import Beside, read_beside, write_beside
from retnet_pro.conduct.course import Course, Courses, Shelved, write_course
from retnet_pro.conduct.erased import read_kept, write_kept
from retnet_pro.conduct.paper import read_papers, write_papers
from retnet_pro.conduct.placing import read_placing, write_placing
from retnet_pro.conduct.ports import Snapshot
from retnet_pro.conduct.site import Site
from retnet_pro.conduct.site_facts import ReceivedBundle, SentBundle, Waiting, read_session_facts
from retnet_pro.record.event import Head
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey, is_genuine
from retnet_pro.study.due import listed_span
from retnet_pro.study.model import Study

CONTEXT = b"retnet-pro/snapshot/8\0"
"""Bound to the signature of a snapshot; whoever lacks the device key cannot slip one in."""
_SIGNATURE = 64


def make_snapshot(head: Head, site: Site, study: Study, sealer: Sealer, key: SigningKey) -> Snapshot:
    """Return the site as it stands at this head, signed and sealed."""
    content = {"v": 8, "upto": head.seq, "head": head.hash, "study": study.hash, **write_site(site, study)}
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Snapshot(head, sealer.seal(key.sign(CONTEXT + body) + body))


def write_site(site: Site, study: Study) -> dict[str, object]:
    """Return what a site knows in plain form, for `read_site`; the days in it hold for this very study file."""
    courses = {
        **{subject: [one.line, one.first_day, one.last_day] for subject, one in site.courses.shelved().items()},
        **{course.participant.subject: _shelf(course, study) for course in site.courses.at_hand()},
    }
    return {
        "provision": dict(site.provision),
        "sessions": [asdict(session) for session in site.sessions.values()],
        "bundled_upto": site.bundled_upto,
        "sent": [asdict(one) for one in site.sent],
        "received": [asdict(one) for one in site.received],
        "waiting": [[one.seq, one.finished] for one in site.waiting],
        "receipted": site.receipted,
        "confirmed": sorted(site.confirmed),
        "alerted": sorted(site.alerted),
        "erasures": [write_kept(one) for one in site.erasures],
        "placing": write_placing(site.placing),
        "papers": write_papers(site.papers),
        "courses": courses,
        "beside": write_beside(site.beside),
    }


def read_snapshot(plain: bytes, head: Head, study: Study, public: bytes) -> Site | None:
    """Return the site in an unsealed snapshot, or None when this device did not sign it for this head and study.

    Raises:
        ValueError, KeyError, TypeError: when it is not in the agreed form.
    """
    signature, body = plain[:_SIGNATURE], plain[_SIGNATURE:]
    if not is_genuine(public, CONTEXT + body, signature):
        return None
    content = json.loads(body)
    if (content["upto"], content["head"], content["study"]) != (head.seq, head.hash, study.hash):
        return None
    return read_site(content, head.seq)


def read_site(content: Mapping[str, Any], upto: int) -> Site:
    """Return the site that `write_site` wrote after the event of this number.

    Raises:
        ValueError, KeyError, TypeError: when it is not in the agreed form.
    """
    sessions = (read_session_facts(one) for one in content["sessions"])
    return Site(
        upto=upto,
        courses=Courses({subject: Shelved(*one) for subject, one in content["courses"].items()}),
        sessions={session.ses: session for session in sessions},
        bundled_upto=content["bundled_upto"],
        sent=[SentBundle(**one) for one in content["sent"]],
        received=[ReceivedBundle(**one) for one in content["received"]],
        waiting=[Waiting(seq=seq, finished=finished) for seq, finished in content["waiting"]],
        receipted=content["receipted"],
        confirmed=set(content["confirmed"]),
        alerted=set(content["alerted"]),
        erasures=[read_kept(*one) for one in content["erasures"]],
        placing=read_placing(content["placing"]),
        papers=read_papers(content["papers"]),
        provision=content["provision"],
        beside=read_beside(content["beside"]) if "beside" in content else Beside(),  # a count of an older centre
    )


def _shelf(course: Course, study: Study) -> list[str]:
    span = listed_span(study, course.participant, course.finished(), course.excused())
    first, last = ("", "") if span is None else (day.isoformat() for day in span)
    return [write_course(course), first, last]
