"""The questionnaire on paper: the same form and the same words as on the glass, set by the same engine."""
