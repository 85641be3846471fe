"""The person's saved searches."""

from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.list_files import SEARCHES_NAME
from vidu_desktop.adapters.library_store.named_list import NamedList
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.library_query import (
    SavedSearch,
    query_from_document,
    query_to_document,
)


class SavedSearches(NamedList[SavedSearch]):
    """The searches by name, in a file that travels with the library."""

    def __init__(self, store: LibraryStore) -> None:
        super().__init__(
            store,
            SEARCHES_NAME,
            name_of=lambda search: search.name,
            write=lambda search: {"name": search.name, "query": query_to_document(search.query)},
            read=_search,
        )


def _search(fields: Fields) -> SavedSearch:
    query = query_from_document(fields.json_values("query"))
    return SavedSearch(name=fields.text("name"), query=query)
