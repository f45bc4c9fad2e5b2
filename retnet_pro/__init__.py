"""RETNET-Pro: patient-reported outcomes on a clinic tablet, sealed, signed, scored and sent."""

__version__ = "0.1.0"
