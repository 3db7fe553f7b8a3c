/** `npm run generate`: Prisma's client, without the engine download. */
import { generateClient } from "./build";

generateClient();
