"""Study codes: ``SITE-NNNC``, the site, a running number, and a check digit that catches slips of the pen.

The check digit is ISO 7064 MOD 11,10 over the digits of the number: every single wrong digit is found, and nearly every
swap of neighbours. The site before it is compared as it stands.
"""

import re

from retnet_pro.errors import Code, Refusal
from retnet_pro.study.model import Study

DIGITS = 3
"""Digits of the running number: up to 999 participants at one site."""


def check_digit(digits: str) -> str:
    """Return the check digit of a number (ISO/IEC 7064:2003, MOD 11,10)."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def make_subject(site: str, number: int) -> str:
    """Return the study code of the n-th participant of a site.

    Raises:
        Refusal: `BAD_STUDY_CODE`, when the number does not fit.
    """
    if not 1 <= number < 10**DIGITS:
        why = f"numbers of a site run from 1 to {10**DIGITS - 1}"
        raise Refusal(Code.BAD_STUDY_CODE, subject=f"{site}-{number}", example=make_subject(site, 1), why=why)
    digits = f"{number:0{DIGITS}d}"
    return f"{site}-{digits}{check_digit(digits)}"


def check_subject(code: str, site: str, study: Study) -> None:
    """Refuse what is not a study code of the site.

    Raises:
        Refusal: `BAD_STUDY_CODE`, saying why.
    """
    why = fault(code, site, study)
    if why is not None:
        raise Refusal(Code.BAD_STUDY_CODE, subject=code, example=make_subject(site, 1), why=why)


def fault(code: str, site: str, study: Study) -> str | None:
    """Say what is wrong with a code, or nothing."""
    pattern = study.subject_pattern.replace("{site}", re.escape(site))
    if not code.startswith(site):
        return "it does not begin with the letters of this site"
    if not re.fullmatch(pattern, code, re.ASCII):
        return "it has another form"
    digits = re.sub(r"[^0-9]", "", code.removeprefix(site))
    if not digits or check_digit(digits[:-1]) != digits[-1]:
        return "the last digit does not fit the others, so at least one of them is wrong"
    return None
