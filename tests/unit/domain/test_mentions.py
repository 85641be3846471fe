"""`@name` in a prompt: who is meant, what is sent for it, and what the person is told."""

import pytest
from fakes.shelves import an_item

from vidu_desktop.domain.mentions import check_mentions, missing_from, resolved

FOX, MEI, MEI_LIN, SILENT = (
    an_item(),
    an_item("Mei", "a girl"),
    an_item("Mei Lin", "a woman"),
    an_item("杯子", ""),
)
SHELF = (FOX, MEI, MEI_LIN, SILENT)


@pytest.mark.parametrize(
    ("prompt", "sent", "named"),
    [
        ("@Fox runs. @fox stops.", "Fox (a red fox) runs. Fox stops.", (FOX,)),
        ("@Mei Lin meets @Mei", "Mei Lin (a woman) meets Mei (a girl)", (MEI_LIN, MEI)),
        ("@FOX's tail", "Fox (a red fox)'s tail", (FOX,)),
        ("把@杯子放下", "把杯子放下", (SILENT,)),
        ("@Fox@Mei, @Mei\uff20Fox", "Fox (a red fox)Mei (a girl), MeiFox", (FOX, MEI)),
        ("\uff20Fox runs", "Fox (a red fox) runs", (FOX,)),
        ("write to fox@mei.org @ five", "write to fox@mei.org @ five", ()),
        ("a sign: @@Fox", "a sign: @Fox", ()),
        ("nothing", "nothing", ()),
    ],
)
def test_a_name_becomes_its_words_the_first_time_and_the_name_later(prompt, sent, named) -> None:
    said = resolved(prompt, SHELF)
    assert (said.text, said.items, said.unknown) == (sent, named, ())


def test_a_name_is_the_same_in_every_unicode_form_and_letter_case() -> None:
    shelf = (an_item("Zo\u00eb", "a girl"), an_item("Stra\u00dfe", "a road"), an_item("Zoe", "a cat"))
    for prompt in ("@Zo\u00eb runs", "@Zoe\u0308 runs", "@ZOE\u0308 runs"):
        assert resolved(prompt, shelf).text == "Zo\u00eb (a girl) runs"
    assert resolved("@STRASSE ends", shelf).text == "Stra\u00dfe (a road) ends"


def test_a_name_doesnt_end_before_an_accent_that_no_letter_has_composed() -> None:
    said = resolved("@Fox\u0335 runs", SHELF)
    assert (said.items, said.unknown) == ((), ("Fox\u0335",))
    assert resolved("fox\u0335@Mei", SHELF).items == ()  # inside a word
    assert resolved("@杯子\u3099", SHELF).items == ()  # also in scripts without blanks between words


def test_a_name_with_a_joint_without_width_is_known_and_no_other_name_ends_there() -> None:
    ali, reza = an_item("علی", "a boy"), an_item("علی رضا", "a man")
    assert resolved("@علی\u200cرضا runs", (ali, reza)).items == (reza,)
    assert resolved("@علی\u200cرضا runs", (ali,)).unknown == ("علی\u200cرضا",)
    assert resolved("@\U0001f469\u200d\U0001f680", (an_item("\U0001f469", ""),)).items == ()


@pytest.mark.parametrize(
    ("name", "prompt"),
    [("ไทย", "@ไทยวิ่ง"), ("ລາວ", "@ລາວແລ່ນ"), ("ខ្មែរ", "@ខ្មែរ\u179aត់"), ("မြန်မာ", "@မြန်မာပြေး")],
)
def test_in_scripts_without_blanks_between_words_a_name_ends_where_the_next_word_begins(name, prompt) -> None:
    assert resolved(prompt, (an_item(name, ""),)).items == (an_item(name, ""),)


@pytest.mark.parametrize(
    ("prompt", "unknown"),
    [
        ("@Foxy runs", ("Foxy",)),
        ("@Wolf, @wolf_2", ("Wolf", "wolf_2")),
        ("@हाथी और @हिन्दी", ("हाथी", "हिन्दी")),
        ("@ช้าง", ("ช้าง",)),
    ],
)
def test_a_name_that_nobody_has_is_told_and_stays_what_it_is(prompt, unknown) -> None:
    said = resolved(prompt, SHELF)
    assert (said.text, said.unknown) == (prompt, unknown)
    (problem,) = check_mentions(said, pictures_wanted=True, picture_hashes=())
    assert problem.place == "prompt"
    assert all(f"@{name}" in str(problem.sentence) for name in unknown)


def test_who_is_named_without_any_picture_is_told_only_where_pictures_say_who_appears() -> None:
    said = resolved("@Fox meets @Mei", SHELF)
    there = {FOX.pictures[0].sha256}
    assert missing_from(said, there) == (MEI,)
    assert check_mentions(said, pictures_wanted=False, picture_hashes=there) == []
    (problem,) = check_mentions(said, pictures_wanted=True, picture_hashes=there)
    assert "Mei" in str(problem.sentence)
