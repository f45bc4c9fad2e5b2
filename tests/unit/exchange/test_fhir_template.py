"""A resource filled in from a template is the resource, whatever its values are."""

import json
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

import pytest

from retnet_pro.exchange.fhir_names import OWN, made_id
from retnet_pro.exchange.fhir_template import Template, filling, in_url, whole, within

HOSTILE = ['a "word"', "back\\slash", "100 %", "%(other)s", "a/b c|d&e", "müde 视力", "line\nbreak"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_filled_template_reads_as_the_resource_itself(text):
    resource = {"text": f"before {within('name')}/after", "url": f"x={in_url(within('name') + '/100 %')}"}
    template = Template({**resource, "value": whole("value"), "percent": "100 % of %(name)s"})
    assert json.loads(template.filled({**filling("name", text), "value": "[1.5,null]"})) == {
        "text": f"before {text}/after",
        "url": f"x={quote(text + '/100 %', safe='')}",
        "value": [1.5, None],
        "percent": "100 % of %(name)s",
    }


def test_an_id_is_the_one_every_other_program_makes_of_the_same_name():
    space = uuid5(NAMESPACE_URL, OWN)
    for place in range(64):
        assert made_id("trial", "score", f"müde/{place}") == str(uuid5(space, f"trial\nscore\nmüde/{place}"))
