"""Letters: what reads alike, how a name may be spelled, and in which order names stand."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from app.domain.naming.spelling import Collation, exact, fold, spellings
from tests.in_turn import in_turn


@in_turn(
    "written, typed",
    [
        ("Ærø", "aero"),
        ("Røyrvik", "royrvik"),
        ("ÅLESUND", "alesund"),
        ("A\N{COMBINING RING ABOVE}lesund", "alesund"),
        ("Älvdalen", "alvdalen"),
        ("Örebro", "orebro"),
        ("Kárášjohka", "karasjohka"),
        ("Raarvihke", "raarvihke"),
        ("Unjárga", "unjarga"),
        ("Deatnu–Tana", "deatnu tana"),
        ("Gáivuotna / Kåfjord", "gaivuotna kafjord"),
        ("Loabák", "loabak"),
        ("Guovdageaidnu", "guovdageaidnu"),
        ("Snåase", "snaase"),
        ("Porsáŋgu", "porsangu"),
        ("Áŧŧu Đ", "attu d"),
        ("  Nord-\tFron ", "nord fron"),
        ("Ǿrsta", "orsta"),
        ("—", ""),
        ("", ""),
    ],
)
def test_names_fold_to_what_people_type(written: str, typed: str) -> None:
    assert fold(written) == typed


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text(alphabet="abcæøåäöéšžčđŧŋáABCÆØÅÄÖÉŠŽČĐŦŊÁ -'0123", max_size=20))
def test_capitals_and_composition_make_no_difference(text: str) -> None:
    assert fold(text) == fold(text.upper()) == fold(text.lower())
    assert fold(text) == fold(normalize("NFD", text)) == fold(normalize("NFC", text))
    assert fold(text).isascii()


ALPHABETS = {
    Collation.NORWEGIAN: "abcdefghijklmnopqrstuvwxyzæøå",
    Collation.SWEDISH: "abcdefghijklmnopqrstuvwxyzåäö",
}
"""As the dictionaries of each language have them."""


@in_turn("collation", Collation)
def test_names_stand_in_the_order_of_the_alphabet(collation: Collation) -> None:
    alphabet = ALPHABETS[collation]
    assert sorted(set(alphabet), key=collation.key) == list(alphabet)
    towns = [f"{letter.upper()}by" for letter in alphabet]
    assert sorted(set(towns), key=collation.key) == towns


@in_turn("collation", Collation)
@in_turn("ours, theirs", ["æä", "øö"])
def test_letters_of_the_neighbours_stand_beside_their_own(
    collation: Collation, ours: str, theirs: str
) -> None:
    assert collation.key(f"{ours}a") < collation.key(f"{theirs}b") < collation.key(f"{ours}c")


def test_names_are_listed_the_swedish_way() -> None:
    names = ["Örebro", "Ödeshög", "Øygarden", "Älvdalen", "Ärøy", "Ål", "Åmål", "Zinken", "Évje"]
    assert sorted(names, key=Collation.SWEDISH.key) == [
        "Évje", "Zinken", "Ål", "Åmål", "Älvdalen", "Ärøy", "Ödeshög", "Örebro", "Øygarden",
    ]  # fmt: skip


def test_names_are_listed_the_norwegian_way() -> None:
    names = [
        "Åmli",
        "Ål",
        "Östersund",
        "Øygarden",
        "Älvdalen",
        "Ærøy",
        "Zinkgruvan",
        "Évje",
        "Evjø",
    ]
    ordered = sorted(names, key=Collation.NORWEGIAN.key)
    assert ordered == [
        "Évje", "Evjø", "Zinkgruvan", "Älvdalen", "Ærøy", "Östersund", "Øygarden", "Ål", "Åmli",
    ]  # fmt: skip


@in_turn(
    "written, read",
    [("Ål", "ål"), ("A\N{COMBINING RING ABOVE}L", "ål"), ("Nord-Fron", "nord fron"), ("–", "")],
)
def test_letters_count_where_they_are_exact(written: str, read: str) -> None:
    assert exact(written) == read


@in_turn(
    "name, written",
    [
        ("Ålesund", ("alesund", "aalesund")),
        ("Tromsø", ("tromso", "tromsoe")),
        ("Bærum", ("baerum", "barum")),
        ("Årjäng", ("arjang", "aarjang", "arjaeng", "aarjaeng")),
        ("Haag", ("haag", "hag")),
        ("Oslo", ("oslo",)),
    ],
)
def test_a_name_is_spelled_in_several_ways(name: str, written: tuple[str, ...]) -> None:
    assert spellings(name)[0] == written[0]
    assert set(spellings(name)) == set(written)
