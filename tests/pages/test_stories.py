"""Stories: every one of them on its page, with figure, table, set and what it does not say."""

import pytest

from app.domain.stories.story import StoryKind
from tests.pages.checks import text_of
from tests.pages.client import Client

PREFIXES = ["", "/nn", "/sv", "/en"]
OF_TOTALS = {
    "storst-framgang": [["361"], ["433"], ["467"], ["534"]],
    "hoyest-med-nyeste-metode": [["679"], ["648"], ["546"], ["510"]],
    "forst-i-norge": [["254"], ["396"], ["593"]],
    "forst-i-sverige": [["650"], ["668"], ["679"]],
    "liten-blant-store": [
        ["668"], ["650"], ["644"], ["603"], ["549"], ["519"], ["509"], ["506"], ["496"], ["450"],
        ["448"], ["402"],
    ],
}  # fmt: skip
"""By hand, from the files of the evaluations."""


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_index_has_every_story_with_a_figure(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/innsikt")
    (cards,) = page.find_all("ul", class_="story-cards")
    assert page.links(cards) == [f"{prefix}/innsikt/{kind.value}" for kind in StoryKind]
    assert len(page.find_all("li", class_="story-card")) == len(StoryKind)


@pytest.mark.parametrize("kind", StoryKind)
def test_a_story_says_figure_set_limits_source_and_sentence_to_quote(
    site: Client, kind: StoryKind
) -> None:
    page = site.get(f"/en/innsikt/{kind.value}")
    assert page.find_all("figure")
    assert "not how good its services are" in page.words
    assert "How to cite" in page.words
    (quote,) = page.find_all("blockquote")
    assert text_of(quote).startswith(page.heading)
    assert "how a municipality is governed and led" in text_of(quote)
    assert page.meta("robots") is None
    assert page.meta("description")


@pytest.mark.parametrize("slug", OF_TOTALS)
def test_the_table_has_the_totals_behind_the_figure(site: Client, slug: str) -> None:
    page = site.get(f"/en/innsikt/{slug}")
    rows = page.table("story-table").rows
    assert [[row[-1]] for row in rows] == OF_TOTALS[slug]


def test_vallentuna_stands_beside_the_published_average_area_by_area(site: Client) -> None:
    rows = site.get("/en/innsikt/over-snittet").table("story-table").rows
    assert [row[1:] for row in rows] == [
        ["73", "63", "+10"],
        ["75", "65", "+10"],
        ["80", "73", "+7"],
        ["83", "64", "+19"],
        ["86", "61", "+25"],
        ["82", "59", "+23"],
        ["86", "68", "+18"],
        ["83", "64", "+19"],
    ]


def test_each_municipality_and_area_told_of_is_a_link(site: Client) -> None:
    assert "/en/kommuner/ulstein" in site.get("/en/innsikt/storst-framgang").links()
    assert "/en/omrader/2020/6" in site.get("/en/innsikt/der-poengene-er-lavest").links()
    assert "/en/kommuner/ovre-eiker/2015" in site.get("/en/innsikt/flest-gullstjerner").links()


def test_a_story_can_be_held_at_its_release(site: Client) -> None:
    page = site.get("/en/innsikt/storst-framgang?release=1")
    assert "release 1 of" in page.words
    now = "/en/innsikt/storst-framgang"  # where the notice leads out of the release
    inner = [link for link in page.links() if link.startswith("/en/") and link != now]
    assert all("release=1" in link for link in inner)


@pytest.mark.parametrize("kind", StoryKind)
def test_the_figure_answers_for_plotly_and_elsewhere(site: Client, kind: StoryKind) -> None:
    if kind is StoryKind.GOLD_STARS:
        assert site.http.get(f"/innsikt/{kind.value}/figur/story").status_code == 404
        return
    answer = site.http.get(f"/innsikt/{kind.value}/figur/story")
    assert answer.status_code == 200
    for suffix, media in (("svg", "image/svg+xml"), ("png", "image/png"), ("csv", "text/csv")):
        given = site.http.get(f"/embed/innsikt/{kind.value}/story.{suffix}")
        assert given.headers["content-type"].startswith(media)


def test_share_images_are_pictures(site: Client, demo_site: Client) -> None:
    for client in (site, demo_site):
        for address in ("/embed/share.png", "/embed/innsikt/share.png"):
            assert client.http.get(address).headers["content-type"] == "image/png"
    share = site.http.get("/embed/innsikt/storst-framgang/share.png")
    assert share.headers["content-type"] == "image/png"


def test_what_is_not_told_is_not_found_and_the_others_stand_nearby(site: Client) -> None:
    page = site.get("/en/innsikt/finnes-ikke", status=404)
    assert "/en/innsikt/storst-framgang" in page.links()


def test_made_up_stories_are_marked(demo_site: Client) -> None:
    page = demo_site.get("/en/innsikt")
    assert page.find_all("p", class_="notice--synthetic")
    assert len(page.find_all("li", class_="story-card")) >= 5
