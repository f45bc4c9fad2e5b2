"""One set of rows that every export is derived from: who took part, which forms came, what was answered and scored."""
