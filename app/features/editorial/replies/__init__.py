"""Right of reply: the page behind a link, and where editors make such links."""
