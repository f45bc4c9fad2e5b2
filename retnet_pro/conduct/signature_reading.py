"""How a signature is taken from its event into the projection of a site."""

from dataclasses import replace

from retnet_pro.conduct.course import Course
from retnet_pro.conduct.signature_fact import read_signature
from retnet_pro.conduct.site_facts import Opened
from retnet_pro.errors import Code, Tamper


def with_signature(course: Course, opened: Opened) -> Course:
    """Return the course with one more signature.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    try:
        one = read_signature(opened.seq, opened.hash, opened.at, opened.who, opened.role, opened.content)
    except (KeyError, TypeError, ValueError) as error:
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why="it is no signature") from error
    return replace(course, signatures=(*course.signatures, one))
