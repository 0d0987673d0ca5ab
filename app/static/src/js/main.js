import "./htmx-settings.js";
import "htmx.org";

import * as copy from "./copy.js";
import * as figure from "./figure.js";
import * as localMenu from "./local-menu.js";
import * as map from "./map.js";
import * as own from "./own.js";
import * as pick from "./pick.js";
import * as preview from "./preview.js";
import * as remember from "./remember.js";
import * as requests from "./requests.js";
import * as suggestions from "./suggestions.js";
import * as term from "./term.js";
import * as unfold from "./unfold.js";

// What is of use only with scripts is shown from here on (css/copy.css).
document.documentElement.dataset.scripted = "";
const parts = [requests, figure, suggestions, copy, localMenu, map, own, pick, preview, remember, term, unfold];
for (const part of parts) part.start();
