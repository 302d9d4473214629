"""Every query of the library, unchanged, through SPARQLWrapper on two real servers: the rows of the embedded store, in order."""

import pytest

from tests.queries.support import CORPUS_ARGUMENTS
from zhengtu.query import library, run
from zhengtu.query.table import printed

SERVERS = ("oxigraph_endpoint", "virtuoso_endpoint")


@pytest.fixture(scope="module")
def embedded(corpus):
    """The embedded store's answer to each query, computed once."""
    answers = {}

    def answer(name):
        if name not in answers:
            answers[name] = run(corpus, name, CORPUS_ARGUMENTS.get(name))
        return answers[name]

    return answer


@pytest.mark.parametrize("name", library())
@pytest.mark.parametrize("server", SERVERS)
def test_a_server_gives_the_same_rows(server, name, embedded, request):
    expected = embedded(name)
    answer = run(request.getfixturevalue(server), name, CORPUS_ARGUMENTS.get(name))
    assert answer.columns == expected.columns
    assert [[printed(cell) for cell in row] for row in answer.rows] == [
        [printed(cell) for cell in row] for row in expected.rows
    ]
