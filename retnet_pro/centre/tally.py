"""What a server counts of its own work, in the text form that Prometheus reads (version 0.0.4). No ids, no names."""

from collections import Counter

_REQUESTS = "retnet_centre_requests_total"
_BYTES = "retnet_centre_received_bytes_total"
_SECONDS = "retnet_centre_request_seconds"


class Tally:
    """Counts since the server was started."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str]] = Counter()
        self._received = 0
        self._seconds = 0.0

    def note(self, *, asked: str, outcome: str, received: int, seconds: float) -> None:
        """Count one request; `asked` and `outcome` are words of this program, never of the asker."""
        self._requests[asked, outcome] += 1
        self._received += received
        self._seconds += seconds

    def text(self, *, devices: int, waiting: int, quarantined: int) -> str:
        """Return the counts, and how many tablets are enrolled and bundles wait to be opened or lie in quarantine."""
        lines = [
            f"# HELP {_REQUESTS} Requests answered, by what was asked and what became of it.",
            f"# TYPE {_REQUESTS} counter",
            *(
                f'{_REQUESTS}{{asked="{asked}",outcome="{outcome}"}} {count}'
                for (asked, outcome), count in sorted(self._requests.items())
            ),
            f"# HELP {_BYTES} Bytes of request bodies read.",
            f"# TYPE {_BYTES} counter",
            f"{_BYTES} {self._received}",
            f"# HELP {_SECONDS} Time taken to answer.",
            f"# TYPE {_SECONDS} summary",
            f"{_SECONDS}_sum {self._seconds:.6f}",
            f"{_SECONDS}_count {sum(self._requests.values())}",
        ]
        gauges = {
            "retnet_centre_devices": ("Enrolled tablets that are not closed.", devices),
            "retnet_centre_bundles_waiting": ("Admitted bundles that nobody has opened yet.", waiting),
            "retnet_centre_bundles_quarantined": ("Bundles of closed tablets.", quarantined),
        }
        for name, (said, count) in gauges.items():
            lines += [f"# HELP {name} {said}", f"# TYPE {name} gauge", f"{name} {count}"]
        return "".join(f"{line}\n" for line in lines)
