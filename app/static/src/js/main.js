import "./htmx-settings.js";
import "htmx.org";

import * as figure from "./figure.js";
import * as requests from "./requests.js";
import * as suggestions from "./suggestions.js";

for (const part of [requests, figure, suggestions]) part.start();
