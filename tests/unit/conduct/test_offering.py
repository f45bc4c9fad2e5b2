"""A participant is asked only in a language in which nothing is missing (rules E130, E131, E132)."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from retnet_pro.conduct.handover import resume, start
from retnet_pro.conduct.offering import Grounds, demand_spoken, offers
from retnet_pro.errors import Code, Refusal
from retnet_pro.instrument.library import open_library
from retnet_pro.instrument.model import InstrumentId, Licence
from retnet_pro.record.response import AnsweredBy
from retnet_pro.study.model import Mode
from retnet_pro.study.subject import make_subject
from tests.fakes import HOUSE, NURSE, FakeSite, enrolled

DIARY = InstrumentId("carcinoid-diary")
TODAY = date(2026, 11, 22)
LICENCE = Licence(owner="owner", id="L-1", study="study", expires=None, copyright="(c)", approval=None)


@pytest.fixture
def words(tmp_path):
    return shutil.copytree(HOUSE / "translations", tmp_path / "words")


def offered(words, *languages, mode=Mode.DEMO, licence=None):
    library = open_library(HOUSE / "forms", words, None)
    form = replace(library.instrument(DIARY), needs_licence=licence is not None)
    library.wording(form, "en")
    for place, wording in library.read_words.items():
        library.read_words[place] = replace(wording, demonstration=licence is None, licence=licence)
    return offers(library, [form], languages, Grounds(mode=mode, today=TODAY, confirmed=()))


@pytest.mark.rule("E141")
@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("last", "code"), [(date(2026, 11, 21), Code.LICENCE_EXPIRED), (TODAY, None)])
def test_a_wording_whose_licence_has_ended_is_not_offered_and_its_last_day_still_counts(words, mode, last, code):
    (offer,) = offered(words, "en", mode=mode, licence=replace(LICENCE, expires=last))
    found = offer.obstacle.code if offer.obstacle else None
    assert found is (code or (Code.APPROVAL_MISSING if mode is Mode.STUDY else None))


@pytest.mark.rule("E140", "E142")
def test_what_a_real_study_lacks_is_told_before_the_tablet_is_handed_over(words):
    (offer,) = offered(words, "en", mode=Mode.STUDY, licence=LICENCE)
    assert offer.obstacle is not None
    assert offer.obstacle.code is Code.APPROVAL_MISSING


@pytest.mark.rule("E141")
def test_after_the_last_day_of_a_licence_nothing_is_opened_and_nothing_goes_on():
    site = FakeSite()
    subject = make_subject("BER", 1)
    enrolled(site.desk(), site.clock, subject, date(2026, 11, 20), "be")
    site.clock.set_day(TODAY)
    desk = site.desk(NURSE)
    started = start(desk, subject, "baseline", "en", AnsweredBy.ALONE)
    for place, wording in site.library.read_words.items():
        site.library.read_words[place] = replace(wording, licence=replace(LICENCE, expires=date(2026, 11, 21)))
    before = site.log.kinds()
    desk = site.desk(NURSE)
    for act in (
        lambda: resume(desk, desk.site.sessions[started.turns[0].ses].sitting),
        lambda: start(desk, subject, "week-12", "en", AnsweredBy.ALONE),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code is Code.LICENCE_EXPIRED
    assert site.log.kinds() == before


@pytest.mark.rule("E130", "E131")
def test_shipped_languages_are_offered_and_drafts_say_so(words):
    offer = {each.language: each for each in offered(words, "en", "de", "fr", "he")}
    assert all(each.obstacle is None for each in offer.values())
    assert [language for language, each in offer.items() if each.is_draft] == ["de", "fr", "he"]
    assert "ש" in offer["he"].letters
    assert "é" in offer["fr"].letters


@pytest.mark.rule("E130", "E131")
def test_a_language_without_wording_is_not_offered(words):
    (offer,) = offered(words, "it")
    assert offer.obstacle is not None
    assert offer.obstacle.code is Code.WORDING_MISSING


@pytest.mark.rule("E130", "E131")
def test_a_language_the_program_does_not_speak_is_not_offered(words):
    (words / "interface_fr.ts").unlink()
    (offer,) = offered(words, "fr")
    assert offer.obstacle is not None
    assert offer.obstacle.code is Code.WORDING_MISSING


@pytest.mark.rule("E130", "E131")
def test_one_missing_text_of_the_program_is_enough(words):
    path = words / "interface_fr.ts"
    path.write_text(path.read_text("utf-8").replace(">Suivant<", "><"), "utf-8")
    (offer,) = offered(words, "fr")
    assert offer.obstacle is not None
    assert offer.obstacle.code is Code.INTERFACE_MISSING


@pytest.mark.rule("E130", "E131")
def test_one_missing_text_of_the_wording_is_enough(words):
    path = words / DIARY / "fr.yaml"
    path.write_text("\n".join(line for line in path.read_text("utf-8").split("\n") if "  wheeze:" not in line), "utf-8")
    (offer,) = offered(words, "fr")
    assert offer.obstacle is not None
    assert offer.obstacle.code is Code.FORM_BROKEN


@pytest.mark.rule("E130", "E132")
def test_a_draft_goes_with_demonstration_wording_only(words):
    library = open_library(HOUSE / "forms", words, None)
    shown = library.wording(library.instrument(DIARY), "fr")
    demand_spoken(library, [shown], "fr")
    licensed = replace(shown, demonstration=False, licence=LICENCE)
    with pytest.raises(Refusal) as refused:
        demand_spoken(library, [shown, licensed], "fr")
    assert refused.value.code is Code.LANGUAGE_DRAFT
    demand_spoken(library, [licensed], "en")


@pytest.mark.rule("E130", "E131")
def test_no_form_is_opened_in_a_language_with_a_gap(words):
    path = words / "interface_de.ts"
    path.write_text(path.read_text("utf-8").replace(">Weiter<", "><"), "utf-8")
    site = FakeSite()
    site.library = replace(site.library, interface=words, read_tongues={})
    subject = make_subject("BER", 1)
    enrolled(site.desk(), site.clock, subject, date(2026, 11, 20), "be")
    site.clock.set_day(date(2026, 11, 22))
    before = site.log.kinds()
    with pytest.raises(Refusal) as refused:
        start(site.desk(NURSE), subject, "baseline", "de", AnsweredBy.ALONE)
    assert refused.value.code is Code.INTERFACE_MISSING
    assert site.log.kinds() == before
    start(site.desk(NURSE), subject, "baseline", "en", AnsweredBy.ALONE)
