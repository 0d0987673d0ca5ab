"""For those who run the site."""
