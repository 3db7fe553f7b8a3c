/** `npm run build`: client and application; needs neither database nor secrets. */
import { buildApp, generateClient } from "./build";

generateClient();
if (!buildApp()) console.log("Unchanged since the last build.");
