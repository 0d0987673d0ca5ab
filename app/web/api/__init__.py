"""The API's own mechanics: answers in several formats, lists page by page, shared shapes."""
