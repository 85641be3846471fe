"""Qt models of the queue and the library, and the words that their rows and tiles show.

They may import the domain and the words of `ui` (`ui.text`), but no widget.
"""
