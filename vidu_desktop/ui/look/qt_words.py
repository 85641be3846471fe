"""Words in Qt's own dialogs that Qt's Chinese or Japanese translation lacks or translates unnaturally. Our translations are
looked up before Qt's.
"""

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

QT_WORDS = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QFileSystemModel", QT_TRANSLATE_NOOP("QFileSystemModel", "Size")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")),
    ("QShortcut", QT_TRANSLATE_NOOP("QShortcut", "Up")),
    ("QShortcut", QT_TRANSLATE_NOOP("QShortcut", "Down")),
    ("QShortcut", QT_TRANSLATE_NOOP("QShortcut", "Left")),
    ("QShortcut", QT_TRANSLATE_NOOP("QShortcut", "Right")),
)
"""Context and text."""
