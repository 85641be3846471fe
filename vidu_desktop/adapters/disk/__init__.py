"""The ground floor of the adapters: files that last, what a system's refusal means, and the room that is left.

Every other adapter may import it; it imports none of them.
"""
