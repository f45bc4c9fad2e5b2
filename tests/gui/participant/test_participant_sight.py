"""What eyes meet: contrast measured in the pictures of every screen, focus that shows, nothing by colour alone."""

from collections import Counter
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion

from retnet_pro.answering.actions import Next
from retnet_pro.gui.participant.faces import CountDisplay
from retnet_pro.gui.theme import Look, Theme, contrast
from retnet_pro.gui.widgets.button import ActionButton, Weight
from retnet_pro.gui.widgets.option import Option
from retnet_pro.gui.widgets.page_bar import PageBar
from retnet_pro.gui.widgets.progress import ProgressBar
from retnet_pro.gui.widgets.tool import ToolButton
from retnet_pro.gui.widgets.touch import KEYBOARD, Touchable
from retnet_pro.gui.widgets.words import Words
from tests.gui.participant.walk import every_screen

INSIDE = 8
"""Pixels from the edge of a control to where its words can begin; border and ring lie outside."""
TEXT, CONTROL = 4.5, 3.0

SIGHTS = {
    "red-blind": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "green-blind": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "no colour": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""How a colour is seen, as matrices over linear light (Viénot, Brettel and Mollon 1999, doi
10.1002/(SICI)1520-6378(199908)24:4<243::AID-COL5>3.0.CO;2-3)."""


@cache
def ratio(one, other):
    return contrast(f"#{one:06x}", f"#{other:06x}")


def colours_in(picture, area):
    """Return how often each colour occurs in a part of a picture, as 0xrrggbb."""
    part = picture.copy(area.intersected(picture.rect())).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(value & 0xFFFFFF for value in memoryview(part.constBits()).cast("I"))


def best_contrast(picture, area):
    """Return the contrast of the ground of an area with what stands out most from it."""
    found = colours_in(picture, area)
    ground = found.most_common(1)[0][0]
    return max(ratio(ground, colour) for colour in found)


def at(widget, window, inset=0):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(inset, inset, -inset, -inset)


def pixel(picture, x, y):
    return picture.pixel(x, y) & 0xFFFFFF


def shown(window, kind):
    """Return the widgets of a kind that are on screen as a whole."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    return [one for one in found if QRegion(one.rect()).subtracted(one.visibleRegion()).isEmpty()]


def check_contrast(window, picture):
    for words in shown(window, Words):
        if words.text():
            assert best_contrast(picture, at(words, window)) >= TEXT, words.text()
    for control in (*shown(window, Option), *shown(window, ActionButton), *shown(window, ToolButton)):
        assert best_contrast(picture, at(control, window, INSIDE)) >= TEXT, control.accessibleName()
    for control in (*shown(window, Option), *shown(window, ActionButton)):
        if getattr(control, "_weight", None) is not Weight.QUIET:
            area = at(control, window)
            edge = pixel(picture, area.left() + 1, area.center().y())
            outside = pixel(picture, max(0, area.left() - 2), area.center().y())
            assert ratio(edge, outside) >= CONTROL, control.accessibleName()
    for bar in (*shown(window, ProgressBar), *shown(window, PageBar), *shown(window, CountDisplay)):
        assert best_contrast(picture, at(bar, window)) >= CONTROL, bar


@pytest.mark.rule("E110")
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_pair_of_colours_on_every_screen_stands_out(open_window, form, look, percent):
    theme = Theme(family="Noto Sans", look=look, percent=percent)
    forms = (form("four", "seven", "count", "four", na=(4,)),)
    hands = open_window(*forms, theme=theme, practice=True, size=(1024, 768))
    screens = 0
    for _ in every_screen(hands):
        hands.qtbot.wait(1)
        check_contrast(hands.window, hands.window.grab().toImage())
        screens += 1
    assert screens > 20


@pytest.mark.rule("E110")
@pytest.mark.parametrize("look", Look)
def test_what_is_pressed_keeps_its_contrast(open_window, form, look):
    hands = open_window(form("four", "seven"), theme=Theme(family="Noto Sans", look=look), size=(1024, 768))
    hands.to_first_question()
    hands.tap(hands.options()[0])
    for control in [one for one in hands.window.findChildren(Touchable) if one.isVisible()]:
        control.setDown(True)
        picture = hands.window.grab().toImage()
        control.setDown(False)
        assert best_contrast(picture, at(control, hands.window, INSIDE)) >= TEXT, control.text()


@pytest.mark.rule("E110", "E115")
@pytest.mark.parametrize("look", Look)
def test_the_focus_stands_out_on_everything_that_takes_the_keyboard(open_window, form, look):
    hands = open_window(form("four", "count"), theme=Theme(family="Noto Sans", look=look), size=(1024, 768))
    hands.to_first_question()
    for _ in range(2):
        hands.tap(hands.options()[-1])
        window = hands.window
        for control in [one for one in window.findChildren(Touchable) if one.isVisible()]:
            window.setProperty(KEYBOARD, False)
            control.setFocus()
            before = window.grab().toImage()
            window.setProperty(KEYBOARD, True)
            after = window.grab().toImage()
            area = at(control, window)
            places = [(x, area.top() + 6) for x in range(area.left() + 20, area.right() - 20, 3)]
            changed = [ratio(pixel(before, *place), pixel(after, *place)) for place in places]
            assert changed and min(changed) >= CONTROL, control.text()
        hands.next()


def seen_by(picture, sight):
    """Return the picture as seen with a kind of colour blindness."""

    @cache
    def see(value):
        channels = [(value >> shift & 255) / 255 for shift in (16, 8, 0)]
        light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        mixed = [min(1.0, max(0.0, sum(k * c for k, c in zip(row, light, strict=True)))) for row in SIGHTS[sight]]
        coded = [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in mixed]
        red, green, blue = (round(c * 255) for c in coded)
        return red << 16 | green << 8 | blue

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return [see(value & 0xFFFFFF) for value in memoryview(plain.constBits()).cast("I")]


def outline(pixels):
    """Return which pixels stand out from the ground of the control: its shape without its colours."""
    ground = Counter(pixels).most_common(1)[0][0]
    return [ratio(ground, value) >= CONTROL for value in pixels]


@pytest.mark.rule("E06", "E116")
@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", ["four", "seven"])
def test_chosen_and_not_chosen_differ_by_shape_whatever_colours_are_seen(open_window, form, kind, look, sight):
    hands = open_window(form(kind), theme=Theme(family="Noto Sans", look=look), size=(1024, 768))
    hands.to_first_question()
    option = hands.options()[1]
    before = option.grab().toImage()
    hands.tap(option)
    after = option.grab().toImage()
    width, height = before.width(), before.height()
    shapes = [outline(seen_by(picture, sight)) for picture in (before, after)]
    differs = [n for n, (one, other) in enumerate(zip(*shapes, strict=True)) if one != other]
    frame = [n for n in differs if min(n % width, width - 1 - n % width, n // width, height - 1 - n // width) < 4]
    assert len(frame) >= width, "the border is heavier"
    assert len(differs) - len(frame) >= 100, "the mark has a tick"


def pixels(option):
    image = option.grab().toImage()  # held while its bytes are read
    return bytes(image.constBits())


@pytest.mark.rule("E06", "E08", "E14")
@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("kind", ["four", "seven", "count"])
def test_before_an_answer_all_options_are_painted_alike(open_window, form, kind, look):
    hands = open_window(form(kind), theme=Theme(family="Noto Sans", look=look), size=(1024, 768))
    hands.to_first_question()
    options = [option for option in hands.options() if isinstance(option, Option)]
    for option in options:
        option._lines.clear()
        option.setText("")
    assert len({pixels(option) for option in options}) == 1


@pytest.mark.rule("E110")
def test_a_screen_too_pale_to_read_is_found(open_window, form):
    """The measurement itself: with pale words it must fail."""
    hands = open_window(form("four"), size=(1024, 768))
    hands.clock.settle()
    hands.window._act(Next())
    hands.window.theme.colours["ink"] = hands.window.theme.colours["divider"]
    hands.window.update()
    with pytest.raises(AssertionError):
        check_contrast(hands.window, hands.window.grab().toImage())
