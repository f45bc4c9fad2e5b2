"""Which rule is proved by which test: ``make trace``, or ``python -m tests.trace [--json]``.

Ids are read from `@pytest.mark.rule(...)` in the source of the tests, without running or importing them, and held
against `tests/data/rules.csv`. A mark on a module (`pytestmark`) or on a class counts for each test in it.
"""

import argparse
import ast
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
RULES = HOUSE / "tests" / "data" / "rules.csv"
OUT = HOUSE / "build" / "trace.json"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the list of rules."""

    id: str
    group: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One test that says it proves a rule."""

    rule: str
    test: str
    """Path and name, as pytest takes them."""


def read_rules(path: Path = RULES) -> dict[str, Rule]:
    """Return the rules by id, in the order of the list."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: Rule(**row) for row in csv.DictReader(file)}


def claims(folder: Path, house: Path = HOUSE) -> Iterator[Claim]:
    """Yield every claim made by the tests in a folder, in order of file and place."""
    for path in sorted(folder.rglob("test_*.py")):
        yield from claims_of(path.read_text("utf-8"), path.relative_to(house).as_posix())


def claims_of(source: str, name: str) -> Iterator[Claim]:
    """Yield the claims of one module."""
    module = ast.parse(source)
    inherited = [rule for node in module.body for rule in _module_marks(node)]
    yield from _within(module.body, name, inherited)


def _within(body: Iterable[ast.stmt], name: str, inherited: list[str]) -> Iterator[Claim]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _within(node.body, f"{name}::{node.name}", [*inherited, *_decorations(node)])
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test"):
            for rule in dict.fromkeys([*inherited, *_decorations(node)]):
                yield Claim(rule, f"{name}::{node.name}")


def _decorations(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    for decorator in node.decorator_list:
        yield from _rules_in(decorator)


def _module_marks(node: ast.stmt) -> Iterator[str]:
    named = isinstance(node, ast.Assign) and any(
        isinstance(to, ast.Name) and to.id == "pytestmark" for to in node.targets
    )
    if named:
        for call in ast.walk(node):
            yield from _rules_in(call)


def _rules_in(node: ast.AST) -> Iterator[str]:
    """Yield the ids of a call of `pytest.mark.rule`; the house test refuses ids that are not written out."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.rule":
        for word in node.args:
            yield word.value if isinstance(word, ast.Constant) and isinstance(word.value, str) else ast.unparse(word)


def matrix(rules: Mapping[str, Rule], found: Iterable[Claim]) -> dict[str, list[str]]:
    """Return the tests of every rule of the list, also of those that have none."""
    tests: dict[str, list[str]] = {rule: [] for rule in rules}
    for claim in found:
        tests.setdefault(claim.rule, []).append(claim.test)
    return tests


def uncovered(rules: Mapping[str, Rule], tests: Mapping[str, list[str]]) -> dict[str, list[Rule]]:
    """Return the rules without a test, by group."""
    groups: dict[str, list[Rule]] = {}
    for rule in rules.values():
        if not tests[rule.id]:
            groups.setdefault(rule.group, []).append(rule)
    return groups


def as_facts(rules: Mapping[str, Rule], tests: Mapping[str, list[str]]) -> dict[str, object]:
    """Return the matrix as plain facts."""
    missing = uncovered(rules, tests)
    return {
        "rules": len(rules),
        "covered": sum(bool(tests[rule]) for rule in rules),
        "matrix": {
            rule.id: {"title": rule.title, "source": rule.source, "tests": tests[rule.id]} for rule in rules.values()
        },
        "not_covered": {group: [rule.id for rule in some] for group, some in missing.items()},
    }


def as_text(rules: Mapping[str, Rule], tests: Mapping[str, list[str]]) -> str:
    """Return the matrix for a person: first what is proved and by what, then what is not."""
    lines: list[str] = []
    for rule in rules.values():
        if tests[rule.id]:
            lines.append(f"{rule.id:<5} {rule.title}")
            lines += [f"        {test}" for test in tests[rule.id]]
    covered = sum(bool(tests[rule]) for rule in rules)
    lines += ["", f"{covered} of {len(rules)} rules have a test. Without one:"]
    for group, missing in uncovered(rules, tests).items():
        lines.append(f"  {group}")
        lines += [f"    {rule.id:<5} {rule.title}" for rule in missing]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    """Print the matrix and keep it as `build/trace.json`; 1 when a test names a rule that is not on the list."""
    asked = argparse.ArgumentParser(prog="make trace", description="Which rule is proved by which test.")
    asked.add_argument("--json", action="store_true", help="print the matrix as JSON")
    rules = read_rules()
    tests = matrix(rules, claims(HOUSE / "tests"))
    strange = sorted(tests.keys() - rules.keys())
    facts = as_facts(rules, {rule: tests[rule] for rule in rules})
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")
    print(json.dumps(facts, indent=2) if asked.parse_args(words).json else as_text(rules, tests))
    if strange:
        print(f"Not on the list of rules: {', '.join(strange)}", file=sys.stderr)
    return 1 if strange else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
