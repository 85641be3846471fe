"""The refusal of a whole picture that is coded in a way that can't be read here."""


class CodedUnreadably(Exception):
    """The pixels are coded in a way that can't be read here. `format` is the name of the format for a sentence."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.format = name
