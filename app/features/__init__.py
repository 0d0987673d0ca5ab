"""One folder per page family: content, pages, and figures where it draws."""
