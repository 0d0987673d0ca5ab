"""Clients that others' generators make of the API's description, called against running sites."""
