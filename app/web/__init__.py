"""The web layer: languages, formats, rendering, parameters, errors, headers, kept answers."""
