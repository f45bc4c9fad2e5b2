"""Paper: the participant's course as a PDF for the doctor, and as a copy for the file. Knows reportlab; no screen, no disk."""
