"""Every rule a test claims to prove is on the list, and every threat of the threat model has its test (rule P90)."""

import pytest

from tests.trace import HOUSE, as_facts, as_text, claims, claims_of, main, matrix, read_rules, uncovered

RULES = read_rules()
TESTS = matrix(RULES, claims(HOUSE / "tests"))
THREATS = [f"T{number}" for number in range(1, 17)]
THREATS_WITHOUT_A_TEST_YET: frozenset[str] = frozenset()
"""A threat is taken off this list by whoever writes the first test."""


@pytest.mark.rule("P90")
def test_every_rule_a_test_names_is_on_the_list() -> None:
    assert TESTS.keys() - RULES.keys() == set()


@pytest.mark.rule("P90")
@pytest.mark.parametrize("threat", THREATS)
def test_every_threat_has_a_test(threat: str) -> None:
    assert bool(TESTS[threat]) != (threat in THREATS_WITHOUT_A_TEST_YET)


def test_the_list_is_whole_and_says_where_each_rule_is_from() -> None:
    assert len(RULES) > 190
    assert RULES.keys() >= {"E01", "E143", "P01", "P106", *THREATS}
    for rule in RULES.values():
        assert rule.id[0] in "EPT" and rule.group and rule.source
        assert len(rule.title) <= 70, "a name, not the sentence"


SAMPLE = """
import pytest
pytestmark = [pytest.mark.rule("T1"), pytest.mark.skipif(False, reason="-")]

@pytest.mark.parametrize("x", [1])
@pytest.mark.rule("E50", "T1")
def test_one(x): ...

class TestMore:
    @pytest.mark.rule(NAME)
    def test_two(self): ...

@pytest.mark.rule("P90")
def not_a_test(): ...
"""


def test_marks_are_read_from_functions_classes_and_modules() -> None:
    found = [(claim.rule, claim.test) for claim in claims_of(SAMPLE, "t.py")]
    one, two = "t.py::test_one", "t.py::TestMore::test_two"
    assert found == [("T1", one), ("E50", one), ("T1", two), ("NAME", two)]


def test_what_has_no_test_is_listed_by_group() -> None:
    rules = {name: RULES[name] for name in ("E50", "T1", "T2")}
    tests = matrix(rules, claims_of(SAMPLE, "t.py"))
    assert uncovered(rules, tests) == {"threats": [RULES["T2"]]}
    assert as_facts(rules, tests)["not_covered"] == {"threats": ["T2"]}
    text = as_text(rules, tests)
    assert "2 of 3 rules have a test" in text
    assert text.index("t.py::test_one") < text.index(RULES["T2"].title)


def test_the_command_prints_the_matrix_and_keeps_it(capsys: pytest.CaptureFixture[str], tmp_path, monkeypatch) -> None:
    out = tmp_path / "build" / "trace.json"
    monkeypatch.setattr("tests.trace.OUT", out)
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "E50   an answer is durable before the next screen" in said
    assert main(["--json"]) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
