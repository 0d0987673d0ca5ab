"""A plain Dash application that shows one figure. Usage: dash_app.py figure.json port.

Runs where `requirements-bench.lock` is installed, as Dash's own documentation begins: the figure
in a `dcc.Graph`, served by `app.run`.
"""

import json
import sys
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, dcc, html


def main() -> None:
    spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    figure = go.Figure([go.Scatterpolar(trace) for trace in spec["data"]], spec["layout"])
    app = Dash(__name__)
    app.layout = html.Main(
        [html.H1(spec["title"]), dcc.Graph(figure=figure, config=spec["config"])]
    )
    app.run(host="127.0.0.1", port=sys.argv[2], debug=False)


if __name__ == "__main__":
    main()
