"""The text preview shows everything a person must see before anybody is asked."""

from retnet_pro.instrument.load import read_instrument
from retnet_pro.instrument.model import All, AnyOf, AtLeast, Equals, ItemId, Not
from retnet_pro.instrument.preview import describe, preview
from retnet_pro.instrument.wording import read_wording


def test_the_whole_form_is_there(form_text: str, words_text: str) -> None:
    form, _ = read_instrument(form_text.encode(), "f")
    words, _ = read_wording(words_text.encode(), "w")
    assert form is not None
    assert words is not None
    assert (
        preview(form, words)
        == """\
Small form, version 1, en wording 1
Made up for a test

A small form
Please tap.

  1. First?
     ( ) 1  none
     ( ) 2  some
     ( ) 3  more
     ( ) 4  most

-- Lately --

  2. Second?
     ( ) 1  none
     ( ) 2  some
     ( ) 3  more
     ( ) 4  most
     ( )    Not for me

  3. How many?
     ____ (0 to 9)

  4. Fourth?
     [d: only when c is 1 or more]
     ( ) 1  none
     ( ) 2  some
     ( ) 3  more
     ( ) 4  most

  5. Fifth?
     [1]  [2]  [3]  [4]  [5]  [6]  [7]
     1 = low, 7 = high

Scores
  AB  First (a, b): higher is worse [PROJECT]
  CD  Second (c, d): higher is worse [PROJECT]
  E   Third (e): higher is better [PROJECT]
"""
    )


def test_conditions_are_said_in_words() -> None:
    a, b = ItemId("a"), ItemId("b")
    tree = All((AnyOf((Equals(a, 1), AtLeast(b, 2))), Not(Equals(b, 3))))
    assert describe(tree) == "((a is 1 or b is 2 or more) and not b is 3)"
