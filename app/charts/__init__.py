"""Figures: domain values in, SVG or Plotly out."""
