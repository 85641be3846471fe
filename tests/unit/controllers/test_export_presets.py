"""Named ways to export survive a restart; a damaged list loses only what is damaged."""

import json

from PySide6.QtCore import QSettings

from vidu_desktop.controllers.export_presets import ExportPresets
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.ui.models.export_choice import ExportChoice

WEB = ExportChoice(
    settings=ExportSettings(format=ExportFormat.GIF, side_px=480, rate_fps=12.0, hold=2, boomerang=True),
    pattern="{project}_{take:03}",
    folder="/web",
)


def memory(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_a_preset_is_there_at_the_next_start_as_it_was_saved(tmp_path) -> None:
    presets = ExportPresets(memory(tmp_path))
    presets.save("Web", WEB)
    presets.save("Gone", WEB)
    presets.remove("Gone")
    assert ExportPresets(memory(tmp_path)).all == {"Web": WEB}


def test_of_a_damaged_list_the_sound_ones_stay(tmp_path) -> None:
    kept = memory(tmp_path)
    ExportPresets(kept).save("Web", WEB)
    entries = json.loads(str(kept.value("export/presets")))
    web = entries["Web"]
    entries |= {
        "no format": {**web, "settings": {"side_px": 480}},
        "unknown": {**web, "settings": {**web["settings"], "format": "vhs"}},
        "rate": {**web, "settings": {**web["settings"], "rate_fps": 1000}},
        "names": {**web, "pattern": "{"},
        "half a pixel": {**web, "settings": {**web["settings"], "side_px": 480.5}},
        "flags for numbers": {**web, "settings": {**web["settings"], "hold": True}},
        "no folder": {**web, "folder": "a\0b"},
        "text": "x",
    }
    kept.setValue("export/presets", json.dumps(entries))
    assert ExportPresets(kept).all == {"Web": WEB}
    for damaged in ("", "[]", "{"):
        kept.setValue("export/presets", damaged)
        assert ExportPresets(kept).all == {}
