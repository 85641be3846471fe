"""What the window does: a widget's signal becomes a verb of the engine or the library, and the answer goes back to it.

One module for each concern. They may import `wiring` and everything below it; `app` alone imports them.
"""
