"""Paper: a participant's course as a PDF, for the doctor and for the file. Knows reportlab; no screen, no disk."""
