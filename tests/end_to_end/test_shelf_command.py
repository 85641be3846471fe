"""`shelf` on the command line, and a prompt that names things on the shelf."""

import os
from pathlib import Path

import pytest
from fakes.pictures import make_picture


def test_who_is_on_the_shelf_is_named_in_a_prompt_and_brings_the_pictures(
    run, service, picture, tmp_path
) -> None:
    other = str(make_picture(tmp_path / "other.jpg", size=(640, 480), fmt="JPEG", gps=True))
    assert run("shelf", "add", "Fox", picture, other, "--text", "a red fox").code == 0
    (fox,) = run("shelf", "list", "--json").objects
    assert (fox["name"], fox["text"], len(fox["pictures"])) == ("Fox", "a red fox", 2)
    assert b"GPSMARK" not in Path(fox["pictures"][1]).read_bytes()

    made = run("generate", "reference", "--prompt", "@fox runs")

    assert made.code == 0, made.err
    assert "Fox (a red fox) runs" in made.err
    (task,) = service.tasks.values()
    assert task.order["prompt"] == "Fox (a red fox) runs"
    assert len(task.picture_sha256) == 2

    for own in (picture, other):  # it is the Fox already
        assert run("generate", "reference", own, "--prompt", "@fox sleeps").code == 0
        assert len(list(service.tasks.values())[-1].picture_sha256) == 1


def test_wrong_words_change_nothing(run, picture) -> None:
    assert run("shelf", "add", "Fox", picture).code == 0
    assert run("shelf", "add", "FOX", picture).code == 2
    assert run("shelf", "add", "Fox", picture, "--text", "red", "--replace").code == 0
    assert run("shelf", "remove", "Fox", "Wolf").code == 2
    unknown = run("generate", "reference", picture, "--prompt", "@Wolf howls")
    assert unknown.code == 2
    assert "@Wolf" in unknown.err
    assert run("generate", "image", "--prompt", "Nobody").code == 2
    assert [one["text"] for one in run("shelf", "list", "--json").objects] == ["red"]
    assert run("shelf", "remove", "@fox").code == 0
    assert run("shelf", "list", "--json").objects == []


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("leads_to", ["elsewhere.json", ".shelf.json"])
def test_a_shelf_behind_a_link_that_leads_nowhere_is_no_empty_one_and_the_link_is_kept(
    run, picture, leads_to
):
    assert run("shelf", "add", "Fox", picture).code == 0
    library = run.home / "library"
    (library / ".shelf.json").unlink()
    (library / ".shelf.json").symlink_to(leads_to)

    listed = run("shelf", "list")
    assert listed.code == 2
    assert "can't be read" in listed.err

    assert run("shelf", "add", "Owl", picture).code == 0
    assert [path.is_symlink() for path in library.glob(".shelf.damaged-*")] == [True]
    assert "@Owl" in run("shelf", "list").out
