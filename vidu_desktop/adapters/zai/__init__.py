"""The service: what is sent, what comes back, and what an answer proves about the money.

This package may import `net` and the engine's ports. No other adapter imports it.
"""
