"""For the whole suite: windows are real but need no screen, and Qt's offscreen remarks are no failures."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
