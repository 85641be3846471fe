"""What is said to people can be translated: lupdate sees every text, in the place where it is looked up at run time."""

import ast
from collections.abc import Iterator

import pytest
from architecture.source_reading import Rule, breaches, called_name, calls, found_in, nodes, owner_of


def tr_is_asked_of_self(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """lupdate takes the class around it for the context; at run time it is the class of the object that is asked."""
    for call in calls(tree):
        if called_name(call) == "tr" and owner_of(call) != "self":
            yield call.lineno, f"{ast.unparse(call.func)}() is looked up where no translator finds it"


def texts_stand_outside_of_f_strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lupdate reads no f-strings; and what stands around a text in one can't be put in another order."""
    for node in nodes(tree):
        if isinstance(node, ast.JoinedStr):
            for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
                if called_name(call) in ("tr", "translate", "QT_TRANSLATE_NOOP"):
                    yield call.lineno, "a text in an f-string isn't seen by the translators' tools"


RULES = (tr_is_asked_of_self, texts_stand_outside_of_f_strings)


@pytest.mark.parametrize("rule", RULES)
def test_the_translators_tools_see_every_text(rule: Rule) -> None:
    assert breaches(RULES, ())[rule] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (tr_is_asked_of_self, "self._pane.tr('Save')"),
        (tr_is_asked_of_self, "tr('Save')"),
        (texts_stand_outside_of_f_strings, "f\"{self.tr('Videos')} (*.mp4)\""),
        (texts_stand_outside_of_f_strings, "f\"{translate('Keys', 'Play')}:\""),
    ],
)
def test_a_text_that_they_miss_is_seen(rule: Rule, source: str) -> None:
    assert len(found_in(rule, source)) == 1
    assert found_in(rule, "self.tr('Save {name}').format(name=x)") == []
