"""A reader waits for a file of a report, and is led to it."""

from playwright.sync_api import Page, expect


def test_the_page_that_tells_how_far_a_file_is_leads_to_it(page: Page, site: str) -> None:
    """Without loading itself anew, and without becoming the file."""
    page.goto(f"{site}/en/kommuner/hemne/2018/rapport.docx?progress=true")
    page.evaluate("window.sameDocument = true")
    status = page.locator("#file-progress [role=status]")
    expect(status).to_contain_text("The file is ready.", timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("The file is ready")
    expect(page).to_have_title("The file is ready – Kommunekompasset")
    assert page.evaluate("window.sameDocument === true")
    with page.expect_download() as kept:
        status.get_by_role("link", name="Get the file").click()
    assert kept.value.suggested_filename.endswith(".docx")
    expect(page.get_by_role("heading", level=1)).to_have_text("The file is ready")
