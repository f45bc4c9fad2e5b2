"""The guard against a binding that forgets to count."""

import subprocess
import sys

STORY = """
import retnet_pro.gui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("x")
print("still here")
"""


def test_tens_of_thousands_of_calls_without_a_result_do_not_stop_the_program():
    done = subprocess.run([sys.executable, "-c", STORY], capture_output=True, text=True, timeout=60)
    assert done.stdout == "still here\n", done.stderr
