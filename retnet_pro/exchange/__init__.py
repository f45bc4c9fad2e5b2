"""Other people's formats: tables of answers to score. Knows no screen, disk log or network."""
