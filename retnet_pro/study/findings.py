"""What is known of the tumour at baseline, as the analysis tells participants apart: coded, never in free words.

The trial compares carcinoid with islet-cell tumours and grade 1 with grade 2 (its fifth objective); the rest of both
lists is the choice of this project.
"""

from enum import StrEnum


class Histology(StrEnum):
    """Where the tumour comes from."""

    CARCINOID = "carcinoid"
    ISLET_CELL = "islet-cell"
    OTHER = "other"


class Grade(StrEnum):
    """Grade of the tumour by the pathology report."""

    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
