"""Figures on pages, on other sites and in previews of links."""
