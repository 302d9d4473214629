"""The measure of growth tells a cost that follows the length from one that outgrows it."""

from tests.growth import grows_with_length


def scan(text):
    """Looks at every character once."""
    return [c for c in text if c == "x"]


def pairs(text):
    """Looks at every character once for each other."""
    return sum(1 for c in text for d in text if c == d)


def test_one_look_at_each_character_grows_with_the_length():
    assert grows_with_length(scan, "abx")


def test_a_look_at_each_pair_does_not():
    assert not grows_with_length(pairs, "abx", 20_000)
