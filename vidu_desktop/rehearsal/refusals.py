"""The service's errors, in its own words and form: an HTTP status, and a business code in the body."""

from typing_extensions import override


class Refusal(Exception):
    """An answer other than success. It comes back from helper processes, so it is pickled by its three values."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.code = code
        self.message = message

    @override
    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

    def body(self) -> dict[str, object]:
        """Return the JSON that the service would send."""
        return {"error": {"code": self.code, "message": self.message}}


def no_key() -> Refusal:
    return Refusal(401, "1001", "Authentication parameter not received in Header, unable to authenticate")


def wrong_key() -> Refusal:
    return Refusal(401, "1000", "Authentication Failed")


def not_json(why: str) -> Refusal:
    return Refusal(400, "1210", f"API call parameters are incorrect, please check the documentation: {why}")


def missing(parameter: str) -> Refusal:
    return Refusal(400, "1213", f"The {parameter} parameter was not received properly")


def wrong(parameter: str, why: str) -> Refusal:
    return Refusal(400, "1214", f"The {parameter} parameter is invalid. {why}")


def unknown_model(model: str) -> Refusal:
    return Refusal(400, "1211", f"Unknown Model, please check the model code: {model[:80]}")


def prompt_too_long(most: int) -> Refusal:
    return Refusal(400, "1261", f"Prompt exceeds the maximum length of {most} characters")


def too_large(most_bytes: int) -> Refusal:
    return Refusal(
        413, "1210", f"API call parameters are incorrect: the body is larger than {most_bytes} bytes"
    )


def already_taken(request_id: str) -> Refusal:
    return Refusal(400, "1231", f"You already have a request: {request_id}")


def too_many(concurrency: int) -> Refusal:
    return Refusal(
        429,
        "1302",
        f"High concurrency usage of this API: at most {concurrency} tasks at once, please retry later",
    )


def unknown_task() -> Refusal:
    return Refusal(400, "1214", "The id parameter is invalid. There is no such task")


def not_for_pages() -> Refusal:
    return Refusal(
        403,
        "1220",
        "You do not have permission to access this API: only programs on this machine may, by its own name",
    )


def no_such_api() -> Refusal:
    return Refusal(404, "1222", "The API does not exist")


def broken(why: str) -> Refusal:
    return Refusal(500, "1230", f"API call process error: {why}")
