"""The library's verbs on a folder, assembled as in the program."""

from vidu_desktop.adapters.library_store.import_files import ImportedFiles
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.trash_files import TrashFiles
from vidu_desktop.library.imports import ClipImports, PricePaid
from vidu_desktop.library.trash import ClipTrash


def imports_of(store: LibraryStore, price_paid: PricePaid | None = None) -> ClipImports:
    return ClipImports(ImportedFiles(store), ClipTrash(TrashFiles(store)), price_paid)
