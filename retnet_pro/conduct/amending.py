"""Put a correction on the response it corrects, or say why it does not belong there."""

from dataclasses import replace

from retnet_pro.conduct.site_facts import Amended, Opened, Taken
from retnet_pro.errors import Code, Tamper
from retnet_pro.record.amendment import amended, read_amendment


def with_amendment(taken: Taken, opened: Opened) -> Taken:
    """Return the response with one more correction; the one it builds on must be the one that stands here.

    Raises:
        Tamper: `PAYLOAD_BROKEN`.
    """
    one = read_amendment(opened.content)
    if (one.ses, one.on) != (taken.response.ses, taken.state) or taken.response.answers.get(one.item) != one.old:
        why = "the correction does not build on the response as it stands"
        raise Tamper(Code.PAYLOAD_BROKEN, what=f"event {opened.seq}", why=why)
    made = Amended(amendment=one, seq=opened.seq, hash=opened.hash, at=opened.at, who=opened.who, role=opened.role)
    return replace(taken, response=amended(taken.response, one), amendments=(*taken.amendments, made))
