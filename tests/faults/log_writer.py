"""A program for the fault tests: append answers to a log and say each number once it is acknowledged.

Usage: log_writer.py PATH RECIPIENT [COUNT]
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from retnet_pro.errors import RetnetError
from retnet_pro.moment import Moment
from retnet_pro.record.chain import Draft, link
from retnet_pro.record.event import DeviceId, Kind, SessionId
from retnet_pro.record.seal import Sealer
from retnet_pro.record.signing import SigningKey
from retnet_pro.vault.log import open_log


def main(path: str, recipient: str, count: str = "1000000") -> int:
    key, sealer = SigningKey(bytes(range(32))), Sealer([recipient])
    now = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), 0, "boot-1")
    try:
        log = open_log(Path(path))
        print("open", flush=True)
        for number in range(int(count)):
            sealed = sealer.seal_payload({"item": "q1", "value": str(number), "text": "x" * 1000})
            draft = Draft(
                kind=Kind.ANSWER, who="participant", role="participant", ses=SessionId("s1"), n=number, sealed=sealed
            )
            event = link(log.head(), draft, device=DeviceId("device-1"), key=key, now=now, app="0.1.0")
            log.append(event)
            print(event.header.seq, flush=True)
    except RetnetError as error:
        print(error.code.value, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
