"""The model dataset against gold with mistakes made on purpose (``model-gold/``), counted by hand."""

from __future__ import annotations

import pytest

from zhengtu.evaluate import evaluate, read


@pytest.fixture
def evaluation(model, model_gold):
    return evaluate(model, read(model_gold), errors=True)


def level(score, name):
    return score.precision(name), score.recall(name), score.f1(name)


def test_responsibilities(evaluation):
    """Wrong: a role. In detail: a lead basis. Missed: 生态环境部. Spurious: 国家发展改革委 in task 3."""
    score = evaluation.of("responsibilities", "plan-a")
    assert (score.gold, score.told) == (6, 6)
    assert level(score, "found") == (5 / 6, 5 / 6, pytest.approx(5 / 6))
    assert level(score, "right") == (4 / 6, 4 / 6, pytest.approx(4 / 6))
    assert level(score, "full") == (3 / 6, 3 / 6, 0.5)
    assert score.others == {"position": (5, 5), "lead_basis": (4, 5)}


def test_identity(evaluation):
    """国家发展改革委 is the store's 国家发展和改革委员会, 湖北省 its 湖北省人民政府; one document was never built."""
    score = evaluation.of("identity")
    assert (score.gold, score.told, score.hits[1]) == (7, 6, 6)
    assert evaluation.absent == ("never-built",)
    publication = evaluation.of("publication")
    assert (publication.gold, publication.told, publication.hits[1]) == (7, 6, 6)


def test_targets(evaluation):
    """14000 公里 is 1.4 万公里; the population is a baseline, not a target."""
    score = evaluation.of("targets")
    assert (score.gold, score.told, *score.hits) == (2, 2, 2, 1, 1)


def test_claims(evaluation):
    """The second claim rests on another item."""
    score = evaluation.of("claims", "news-c")
    assert (score.gold, score.told, *score.hits) == (3, 3, 3, 2, 2)


def test_every_finding_has_its_sentence(evaluation):
    found = {(f.kind, f.outcome, f.columns): f.sentence for f in evaluation.findings if f.document == "plan-a"}
    assert found[("responsibilities", "differs", ("role",))] == (
        "（国家发展改革委、交通运输部，以下任务均需湖北省落实，不再列出）"
    )
    assert found[("responsibilities", "spurious", ())] == "（交通运输部牵头，国家发展改革委参加）"
    assert found[("responsibilities", "missed", ())] == ""  # the text does not print it
    assert found[("targets", "differs", ("kind",))] == "常住人口超过1.3亿。"


def test_the_number_of_findings(evaluation):
    outcomes = [f.outcome for f in evaluation.findings]
    assert {name: outcomes.count(name) for name in set(outcomes)} == {
        "missed": 3,  # 生态环境部, title and genre of the document that was never built
        "spurious": 1,
        "differs": 3,  # role, kind, item
        "detail": 1,
    }


def test_scores_do_not_hang_on_the_findings(model, model_gold, evaluation):
    assert evaluate(model, read(model_gold)).scores == evaluation.scores
