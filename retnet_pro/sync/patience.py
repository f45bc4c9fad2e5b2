"""How long a road over the network may keep one call waiting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long one call may take, in seconds. Choice of this project."""

    connect: float = 15
    silence: float = 30
    """Without a single byte."""
    total: float = 300
    """From first to last byte: the largest pack over 512 kbit/s takes 262 seconds."""
