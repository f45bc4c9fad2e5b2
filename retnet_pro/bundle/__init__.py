"""How data travel: manifest, sealed container, receipts, packs, and signatures that ordinary tools can check.

Bytes in, bytes out; knows no disk, no network and no screen. Only `opening` can open, and no tablet imports it.
"""
