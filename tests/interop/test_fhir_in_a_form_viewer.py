"""LHC-Forms, a form viewer that others wrote, shows our questionnaires in a real browser and gives the answers back."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from retnet_pro.answering.rules import final_answers
from retnet_pro.answering.sheet import Answered, NotApplicable, Skipped
from retnet_pro.exchange.fhir_bundle import write_fhir_collection
from retnet_pro.exchange.fhir_calculated import SCORES, score_link, with_scores
from retnet_pro.exchange.fhir_check import check_response
from retnet_pro.exchange.fhir_questionnaire import make_questionnaire
from retnet_pro.exchange.writer import quiet
from retnet_pro.scoring.compute import score
from retnet_pro.scoring.plan import make_plan
from tests.fakes_rows import library, small_data
from tests.proof_tools import proof_tool

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium or chromium-driver is not installed")
SCRIPTS = ("assets/lib/zone.min.js", "runtime.js", "polyfills.js", "main.js")
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Form</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="lforms/webcomponent/styles.css"></head>
<body><div id="form"></div>{scripts}<script src="lforms/fhir/R4/lformsFHIR.min.js"></script></body></html>
"""
SHOW = """
const [questionnaire, response, done] = arguments;
(async () => {
  let form = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4');
  if (response) form = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, form, 'R4');
  await LForms.Util.addFormToPage(form, 'form');
})().then(() => done(''), (fault) => done(String(fault)));
"""
READ = "return LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words):
        """Say nothing."""


@pytest.fixture(scope="module")
def viewer(tmp_path_factory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    folder = tmp_path_factory.mktemp("viewer")
    (folder / "lforms").symlink_to(proof_tool("lforms") / "dist" / "lforms")
    scripts = "".join(f'<script src="lforms/webcomponent/{name}"></script>' for name in SCRIPTS)
    (folder / "index.html").write_text(PAGE.format(scripts=scripts))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1024,1400"):
        options.add_argument(switch)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_page_load_timeout(60)
    driver.set_script_timeout(60)
    driver.get(f"http://127.0.0.1:{server.server_port}/index.html")
    yield driver
    driver.quit()
    server.shutdown()
    running.join(30)
    server.server_close()


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    out = tmp_path_factory.mktemp("fhir") / "study.json"
    write_fhir_collection(small_data(), out, quiet)
    resources = [one["resource"] for one in json.loads(out.read_bytes())["entry"]]
    forms = {one["url"].rpartition("/")[2]: one for one in resources if one["resourceType"] == "Questionnaire"}
    responses = [one for one in resources if one["resourceType"] == "QuestionnaireResponse"]
    return {
        name: (form, next(one for one in responses if f"/{name}|" in one["questionnaire"]))
        for name, form in forms.items()
    }


def show(viewer, questionnaire, response=None):
    assert viewer.execute_async_script(SHOW, questionnaire, response) == ""


def codes(response):
    """By link id the code or number of each answer."""
    told = {}
    for item in response["item"]:
        for answer in item.get("answer", ()):
            coding = answer.get("valueCoding")
            told[item["linkId"]] = (coding["system"], coding["code"]) if coding else answer["valueInteger"]
    return told


def radios(viewer, link):
    return viewer.find_elements("css selector", f'#form input[name="radiogroup_{link}/1"]')


@pytest.mark.parametrize("name", ["qlq-c30", "qlq-ginet21", "carcinoid-diary"])
def test_every_form_is_shown_with_all_its_answers_and_a_response_comes_back_as_it_was(viewer, exported, name):
    questionnaire, response = exported[name]
    show(viewer, questionnaire, response)
    form = library().instrument(name)
    there = {one["linkId"] for one in response["item"]}
    offered = {item.id: len(radios(viewer, item.id)) for item in form.items}
    assert offered == {
        item.id: 0
        if item.scale.kind == "count" or item.id not in there
        else len(item.scale.codes) + item.not_applicable
        for item in form.items
    }
    assert codes(viewer.execute_script(READ)) == codes(response)


@pytest.mark.rule("E45")
def test_a_form_filled_in_there_brings_up_what_was_hidden_and_fits_our_check(viewer, exported):
    questionnaire, _ = exported["carcinoid-diary"]
    show(viewer, questionnaire)
    assert radios(viewer, "flush_severity") == []
    for link, count in (("flush_count", "3"), ("stool_count", "0")):
        viewer.find_element("css selector", f'#form input[id="{link}/1"]').send_keys(count, "\t")
    for link, place in (("flush_severity", 2), ("abdominal_pain", 0), ("wheeze", 3)):
        radios(viewer, link)[place].click()
    assert radios(viewer, "stool_severity") == []
    back = viewer.execute_script(READ)
    told = {link: value if isinstance(value, int) else value[1] for link, value in codes(back).items()}
    assert told == {"flush_count": 3, "flush_severity": "2", "stool_count": 0, "abdominal_pain": "0", "wheeze": "3"}
    assert check_response(questionnaire, back) == ()


FILL = """
const [numbers, places] = arguments;
for (const [link, number] of numbers) {
  const field = document.getElementById(link + '/1');
  field.value = number;
  for (const kind of ['input', 'change', 'blur']) field.dispatchEvent(new Event(kind, {bubbles: true}));
}
const done = arguments[arguments.length - 1];
setTimeout(() => {
  for (const [link, place] of places) document.getElementsByName('radiogroup_' + link + '/1')[place].click();
  setTimeout(done, 0);
}, 0);
"""
"""Fills numbers in, then chooses answers, which a number may have brought up."""


def fill(viewer, form, answers):
    """Answer as a person would; what was skipped is left out."""
    numbers, places = [], []
    for item in form.items:
        match answers[item.id]:
            case Answered(code) if item.scale.kind == "count":
                numbers.append((item.id, str(code)))
            case Answered(code):
                places.append((item.id, item.scale.codes.index(code)))
            case NotApplicable():
                places.append((item.id, len(item.scale.codes)))
    viewer.execute_async_script(FILL, numbers, places)


def patterns(form):
    """Answers of several people: everything, every other one, the lowest of a short form, nothing."""
    whole = {
        item.id: Answered(item.scale.codes[(place * 7 + 1) % len(item.scale.codes)])
        for place, item in enumerate(form.items)
    }
    skipped = {item.id: NotApplicable() if item.not_applicable else Skipped() for item in form.items}
    yield whole
    yield {item.id: (whole if place % 2 else skipped)[item.id] for place, item in enumerate(form.items)}
    if len(form.items) < 10:
        yield {item.id: Answered(item.scale.minimum) for item in form.items}
    yield {item.id: Skipped() for item in form.items}


@pytest.mark.rule("E70", "E71", "E72", "E73", "E74")
@pytest.mark.parametrize(
    ("name", "variant"),
    [("qlq-c30", None), ("qlq-ginet21", None), ("qlq-ginet21", "B_yadegarfar_2013"), ("carcinoid-diary", None)],
)
def test_the_scores_it_computes_are_ours_whatever_is_missing(viewer, name, variant):
    form = library().instrument(name)
    plan = make_plan(form, variant)
    questionnaire = with_scores(make_questionnaire(form, None, {}, []), form, variant)
    seen = set()
    for given in patterns(form):
        answers = final_answers(form, given)
        show(viewer, questionnaire)
        fill(viewer, form, answers)
        back = viewer.execute_script(READ)
        group = next((one for one in back.get("item", ()) if one["linkId"] == SCORES), {"item": []})
        there = {one["linkId"]: one["answer"][0]["valueDecimal"] for one in group.get("item", ()) if "answer" in one}
        ours = {score_link(one.code): one.value for one in score(plan, answers) if one.value is not None}
        assert there == pytest.approx(ours, abs=1e-6)
        seen.update((one.code, one.value is None) for one in score(plan, answers))
        for link, value in list(ours.items())[:1]:
            drawn = viewer.find_element("css selector", f'#form input[id="{link}/1/1"]').get_property("value")
            assert float(drawn) == pytest.approx(value, abs=1e-6)
        assert check_response(questionnaire, back) == ()
    assert {scale for scale, is_missing in seen if is_missing} == {one.code for one in plan.scales}
    assert {scale for scale, is_missing in seen if not is_missing} == {one.code for one in plan.scales}
