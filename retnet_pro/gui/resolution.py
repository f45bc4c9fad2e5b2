"""From what a screen says of itself to millimetres of glass and readable type.

Qt gives all lengths before its own scaling, so a tablet with two or three pixels to a point needs nothing here.
"""

MM_PER_INCH = 25.4
USUAL_DPI = 96
"""Logical resolution for which type is given in pixels."""
_BELIEVABLE_DPI = range(60, 601)


def pixels_per_mm(logical_dpi: float, physical_dpi: float) -> float:
    """Return how many pixels make a millimetre of glass.

    Some screens report nonsense as their size; then the logical resolution counts, and it is also the least taken.
    """
    dpi = max(logical_dpi, physical_dpi) if int(physical_dpi) in _BELIEVABLE_DPI else logical_dpi
    return dpi / MM_PER_INCH


def text_scale(logical_dpi: float) -> float:
    """Return by how much type is enlarged on a screen whose logical resolution is above the usual one.

    There a pixel is small; type given in pixels would be too. It is never made smaller.
    """
    return max(1.0, logical_dpi / USUAL_DPI)
