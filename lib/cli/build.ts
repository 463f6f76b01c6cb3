import { ensureBuild } from './build-output.ts';
import { entry } from './entry.ts';

await entry(() => ensureBuild(console.log));
