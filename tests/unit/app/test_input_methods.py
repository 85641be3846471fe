"""If the input method that the system names is missing, another one is tried, and the person is told."""

import pytest

from vidu_desktop.app.input_methods import try_ibus_too


@pytest.fixture
def plugins(tmp_path):
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libibusplatforminputcontextplugin.so").touch()
    return tmp_path


@pytest.mark.parametrize("asked", ["fcitx", "fcitx5"])
def test_without_a_plugin_for_fcitx_ibus_is_tried_and_said(plugins, asked):
    environ = {"QT_IM_MODULE": asked}
    said = try_ibus_too(environ, plugins)
    assert environ["QT_IM_MODULES"].split(";")[-1] == "ibus"
    assert asked in str(said)


@pytest.mark.parametrize(
    "environ", [{}, {"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "x"}]
)
def test_what_works_or_was_chosen_stays(plugins, environ):
    before = dict(environ)
    assert try_ibus_too(environ, plugins) is None
    assert environ == before


@pytest.mark.parametrize("asked", ["fcitx", "fcitx5"])
def test_with_a_plugin_fcitx_is_left_alone(plugins, asked):
    (plugins / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    environ = {"QT_IM_MODULE": asked}
    assert try_ibus_too(environ, plugins) is None
    assert environ == {"QT_IM_MODULE": asked}
