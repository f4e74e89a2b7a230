// The script of an offline file: all that a site would load as modules, joined when the page is built.

import { inside } from "./inside.js"; // comes first: what follows asks it
import * as glue from "./annals-app.js";

inside.joined(glue);
