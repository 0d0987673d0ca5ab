"""Filters of lists. Each is declared once (`declared`), beside the type of its parameter: from that
come the check of its value, what it admits, its choices with their numbers, and its words in the
description of the API."""
