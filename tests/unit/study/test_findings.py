"""Codes of what is known of the tumour: those the simulated trial uses are on the lists."""

from retnet_pro.study.findings import Grade, Histology


def test_the_codes_of_the_analysis_are_on_the_lists() -> None:
    assert {"carcinoid", "islet-cell"} < set(Histology)
    assert {"G1", "G2"} < set(Grade)
