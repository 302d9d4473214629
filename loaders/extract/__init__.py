"""Stage 5, *extract*: the facts a text states, one room a kind."""
