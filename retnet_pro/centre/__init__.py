"""The coordinating centre: admit what tablets send, open it, score it again, keep it, answer with signed receipts.

Admitting needs public keys only; opening needs the centre's age identity and can happen on another machine.
"""
