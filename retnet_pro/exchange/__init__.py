"""Other people's formats: tables to score, wordings to import, data to export. Knows no screen, disk log or network."""
