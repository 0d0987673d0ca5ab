"""Whatever is written in a report is set as it is written, and within the margins."""

from dataclasses import replace

import pytest

from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Fact,
    Facts,
    ListColumn,
    Notice,
    Passage,
    PointBox,
    Report,
    TableBlock,
    Tone,
)
from app.reports.writers.letters import UNKNOWN, writable
from app.reports.writers.pdf import pdf
from app.web.words.runs import Run
from tests.reports.pdf_checks import MARGINS, faults, outside, plain
from tests.reports.pdf_reading import Pdf
from tests.reports.sample import LONG_WORD, sample, short, text

HOSTILE = (
    r'#panic("x") $x^2$ *bold* _em_ @label <label> `raw` = Heading \ // note /* note */ [a](b) '
    r'"quoted" ~ -- --- ... #sys.inputs #{1+1} \u{41} \n %(page)s {{ x }} <script> & \\'
)


def hostile(words: str) -> Report:
    """The same words in every place that there is."""
    own = text(words)
    blocks: list[Block] = [
        *(Passage(own, tone) for tone in Tone),
        Bullets((own, own)),
        Facts((Fact(words, own),)),
        TableBlock(words, (words, words), ((own, own), (own, own)), share=1, parts=(0.5, None)),
        PointBox(words, words, words, 2.0, (words,)),
        Columns(
            (ListColumn(words, (own,), words, words), ListColumn(words, (), words, "weakness"))
        ),
        Notice(words, (own,), is_warning=True),
    ]
    return replace(
        short(*blocks, title=words, subtitle=words, heading=words),
        author=words,
        facts=(Fact(words, own),),
        warning=words,
        keywords=(words,),
        words=replace(sample().words, foot=words, contents=words),
    )


@pytest.mark.parametrize("words", [HOSTILE, "#pagebreak()", "\\", "*", "= x", '"', "</svg>", "- a"])
def test_what_looks_like_markup_is_what_it_looks_like(words: str) -> None:
    found = Pdf(pdf(hostile(words)))
    assert faults(found) == []
    texts = [plain(node.text) for node in found.structure.all("P", "TH", "TD", "LBody", "H1")]
    assert texts.count(plain(words)) >= 20
    assert found.bookmarks()[0][1] == words.strip()
    assert found.reader.metadata is not None
    assert found.reader.metadata.title == f"{words}: {words}".strip()


@pytest.mark.parametrize(
    "words, written",
    [
        ("Bjørg 😀 漢字", f"Bjørg {UNKNOWN} {UNKNOWN * 2}"),
        ("a\x00b\x07c\u202ed\ufeffe", "abcde"),
        ("to\r\nlinjer\tog \u2028 en", "to linjer og en"),
        ("Kárášjohka ŊŋŦŧ Ωдж ½ ★", "Kárášjohka ŊŋŦŧ Ωдж ½ ★"),
        ("e\u0301", "é"),
        ("\ud800", UNKNOWN),
    ],
)
def test_letters_that_the_fonts_do_not_have_are_marked(words: str, written: str) -> None:
    assert writable(words) == written
    found = Pdf(pdf(short(Passage(text(words)), heading=words)))
    assert faults(found) == []
    assert found.bookmarks()[0][1] == written


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//x.example"])
def test_only_addresses_of_the_web_are_led_to(address: str) -> None:
    found = Pdf(pdf(short(Passage((Run("trykk her", link=address),)))))
    assert address not in [found.target(link) for _, link in found.links()]
    assert "trykk her" in found.structure.text
    assert address.encode() not in found.data


def test_the_longest_words_are_broken_before_the_margin() -> None:
    words = f"{'x' * 300} {'9' * 300} {LONG_WORD} menneskerettighetsorganisasjonene"
    words += f" https://kompass.example/{'a/' * 90}?b={'c' * 60}"
    words += f" https://kompass.example/fellesrapport?{'&'.join(['e=kristiansund-2016'] * 9)}"
    found = Pdf(pdf(hostile(words)))
    assert faults(found) == []
    assert outside(found, MARGINS) == []
